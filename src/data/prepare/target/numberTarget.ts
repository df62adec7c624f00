import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import { numbersAt } from '../../table/paged/numbersAt.ts';
import type { Column } from '../../table/table.ts';
import { present } from '../numbers/present.ts';
import { fitScaler, scalerOf, scalingSchema, type ScalerChoice } from '../scalers/index.ts';
import { readable } from '../readable.ts';

export const numberTargetJson = z.strictObject({
  kind: z.literal('number'),
  name: z.string(),
  scaling: scalingSchema,
});
export type NumberTargetJson = z.output<typeof numberTargetJson>;

export interface NumberTargetSettings {
  /** How the target is scaled while training; scores and predictions are in its own unit. */
  readonly target?: 'standardise' | 'minMax' | 'none';
  /**
   * Where an output's activation can reach, [0, 1] for a sigmoid or [-1, 1] for tanh: the smallest training target then
   * becomes the low end, the largest the high end, whatever `target` says.
   */
  readonly range?: readonly [number, number];
}

/** A target that is a number. */
export interface NumberTarget {
  readonly kind: 'number';
  readonly name: string;
  /** In its own unit; NaN where missing. */
  read(this: void, column: Column, rows: Int32Array): Float64Array;
  /** Scaled, as a net learns it, into the array given; NaN where missing. */
  encode<Into extends Float32Array | Float64Array>(this: void, values: Float64Array, into: Into): Into;
  /** Back to the target's own unit, in place. */
  decode(this: void, values: Float64Array): Float64Array;
  /** The scaling, for a person. */
  describe(this: void): string;
  toJSON(this: void): NumberTargetJson;
}

/** Float32's largest number. */
const LARGEST = 3.4028234663852886e38;

/** @throws NeumannError where the rows have no number, only one, or one that a net can't hold without scaling */
export function fitNumberTarget(
  settings: NumberTargetSettings,
  column: Column,
  rows: Int32Array,
): NumberTarget {
  const values = present(numbersOf(column, rows));
  if (values.every((value) => value === values[0])) throw nothingToLearn(column.name, values);
  const choice: ScalerChoice = settings.range
    ? { name: 'minMax', range: settings.range }
    : (settings.target ?? 'standardise');
  const scaler = fitScaler(choice, values);
  const beyond = values.find((value) => Math.abs(scaler.apply(value)) > LARGEST);
  if (beyond !== undefined) throw tooLarge(column.name, beyond);
  return numberTargetOf({ kind: 'number', name: column.name, scaling: scaler.toJSON() });
}

export function numberTargetOf(json: NumberTargetJson): NumberTarget {
  const { apply, invert, describe } = scalerOf(json.scaling);
  return {
    kind: json.kind,
    name: json.name,
    read: numbersOf,
    encode(values, into) {
      for (let i = 0; i < values.length; i++) into[i] = apply(values[i]);
      return into;
    },
    decode(values) {
      for (let i = 0; i < values.length; i++) values[i] = invert(values[i]);
      return values;
    },
    describe,
    toJSON: () => json,
  };
}

function numbersOf(column: Column, rows: Int32Array): Float64Array {
  if (column.type !== 'text') return numbersAt(column, rows);
  throw new NeumannError(
    'target',
    `The target '${column.name}' holds words such as '${column.dictionary[0] ?? ''}', so it can't be predicted as a number; leave task out, or choose another target.`,
  );
}

function nothingToLearn(name: string, values: Float64Array): NeumannError {
  const what = values.length === 0 ? 'missing' : readable(values[0]);
  return new NeumannError(
    'target',
    `The target '${name}' is ${what} in all training rows; there is nothing to learn from.`,
  );
}

function tooLarge(name: string, value: number): NeumannError {
  return new NeumannError(
    'target',
    `The target '${name}' holds ${value}, more than a net can hold; set preparation.target=standardise.`,
  );
}
