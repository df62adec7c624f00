import { z } from 'zod';
import { numbersAt } from '../../table/paged/numbersAt.ts';
import { release } from '../../table/paged/release.ts';
import type { Column } from '../../table/table.ts';
import { fitNumberImputer } from '../imputers/imputeNumbers.ts';
import { readable } from '../readable.ts';
import { gather, present } from '../numbers/present.ts';
import { fitScaler, scalerOf, scalingSchema } from '../scalers/index.ts';
import type { ColumnSettings } from '../settings.ts';
import { numericEncoder } from './numericEncoder.ts';
import { numberOfWord, readNumbers } from './readNumbers.ts';
import type { Remarks } from './remarks.ts';
import type { Encoder, LeftOut } from './step.ts';

/**
 * A column of numbers: a missing one becomes `fill`, then it is scaled; that is the first feature. With `indicator` the
 * second is 1 where the number was missing, else 0.
 */
export const numberStep = z.strictObject({
  step: z.literal('number'),
  column: z.string(),
  fill: z.number(),
  indicator: z.boolean(),
  scaling: scalingSchema,
});
export type NumberStep = z.output<typeof numberStep>;

export function fitNumberStep(
  settings: ColumnSettings,
  column: Column,
  rows: Int32Array,
  remarks: Remarks,
): NumberStep | LeftOut {
  const values =
    column.type === 'text'
      ? gather(readNumbers(column, numberOfWord, remarks), rows)
      : numbersAt(column, rows);
  const step = stepOf(settings, column.name, values);
  release(values);
  return step;
}

function stepOf(settings: ColumnSettings, column: string, values: Float64Array): NumberStep | LeftOut {
  const known = present(values);
  const { length: count, [0]: first } = known;
  const isConstant = known.every((value) => value === first);
  release(known);
  const indicator = settings.missingIndicator && count < values.length;
  if (count === 0) return { column, reason: 'it has no number in the training rows' };
  if (!indicator && isConstant) return { column, reason: `it is ${readable(first)} in all training rows` };
  const { fill } = fitNumberImputer(
    { strategy: settings.missing, constant: settings.missingConstant },
    values,
  );
  return {
    step: 'number',
    column,
    fill: fill ?? 0,
    indicator,
    scaling: fitScaler(settings.numbers, values).toJSON(),
  };
}

export function numberEncoder({ column, fill, indicator, scaling }: NumberStep): Encoder {
  const scaler = scalerOf(scaling);
  const formula = scaler.describe();
  return numericEncoder({
    column,
    type: 'number',
    parse: numberOfWord,
    fill,
    features: [{ name: column, column, note: formula, scaler }],
    indicator: indicator ? { name: `${column} is missing`, column, note: '1 where missing, else 0' } : null,
    description: `${formula === 'x' ? 'Taken as it is' : `Scaled to ${formula}`}; a missing value becomes ${readable(fill)}${indicator ? ', and a column of 0 and 1 says where' : ''}.`,
  });
}
