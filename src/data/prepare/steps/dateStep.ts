import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import type { Column } from '../../table/table.ts';
import { fitNumberImputer } from '../imputers/imputeNumbers.ts';
import { gather, present } from '../numbers/present.ts';
import { fitScaler, scalerOf, scalingSchema } from '../scalers/index.ts';
import type { ColumnSettings } from '../settings.ts';
import { dateParts, datePartNames, type DatePart } from './dateParts.ts';
import { numericEncoder } from './numericEncoder.ts';
import { dateOfWord, readNumbers } from './readNumbers.ts';
import type { Remarks } from './remarks.ts';
import type { Encoder, LeftOut } from './step.ts';

/**
 * A column of dates, in milliseconds since 1970 (UTC): a missing one becomes `fill`, and each part of it, scaled, is a
 * feature (see `dateParts` for the formulas). With `indicator` the last is 1 where the date was missing, else 0.
 */
export const dateStep = z.strictObject({
  step: z.literal('date'),
  column: z.string(),
  fill: z.number(),
  indicator: z.boolean(),
  parts: z.array(z.strictObject({ part: z.enum(datePartNames), scaling: scalingSchema })).min(1),
});
export type DateStep = z.output<typeof dateStep>;

export function fitDateStep(
  settings: ColumnSettings,
  column: Column,
  rows: Int32Array,
  remarks: Remarks,
): DateStep | LeftOut {
  if (column.type === 'number') throw noDates(column.name);
  const read = readNumbers(column, dateOfWord, remarks);
  const values = gather(read, rows);
  const known = present(values);
  if (known.length === 0) return { column: column.name, reason: 'it has no date in the training rows' };
  const wanted: readonly DatePart[] = settings.dates === 'number' ? ['days'] : datePartNames;
  const parts = wanted.flatMap((part) => {
    const ofPart = known.map(dateParts[part].of);
    if (ofPart.every((value) => value === ofPart[0])) return [];
    return [{ part, scaling: fitScaler(dateParts[part].scaled ? 'standardise' : 'none', ofPart).toJSON() }];
  });
  if (parts.length === 0) return { column: column.name, reason: 'it is the same date in all training rows' };
  const { fill } = fitNumberImputer({ strategy: 'median' }, values);
  const indicator = settings.missingIndicator && known.length < values.length;
  return { step: 'date', column: column.name, fill: fill ?? 0, indicator, parts };
}

function noDates(name: string): NeumannError {
  return new NeumannError(
    'preparation',
    `Column '${name}' is to be a date but holds numbers; leave it a number, or write dates such as 2024-03-31.`,
  );
}

export function dateEncoder({ column, fill, indicator, parts }: DateStep): Encoder {
  const features = parts.map(({ part, scaling }) => {
    const scaler = scalerOf(scaling);
    const { name, of } = dateParts[part];
    return {
      name: `${column}: ${name}`,
      column,
      note: scaler.describe().replace('x', name),
      part: of,
      scaler,
    };
  });
  const names = parts.map(({ part }) => dateParts[part].name);
  const day = new Date(fill).toISOString().slice(0, 10);
  return numericEncoder({
    column,
    type: 'date',
    parse: dateOfWord,
    fill,
    features,
    indicator: indicator ? { name: `${column} is missing`, column, note: '1 where missing, else 0' } : null,
    description: `Taken apart into ${names.join(', ')}; a missing date becomes ${day}${indicator ? ', and a column of 0 and 1 says where' : ''}.`,
  });
}
