import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import { affineScaling, applyAffine, describeAffine, invertAffine } from './affineScaling.ts';
import { applyLinear, describeLinear, invertLinear, linearScaling } from './linearScaling.ts';
import { applyPower, describePower, invertPower, powerScaling } from './powerScaling.ts';
import { applyQuantile, describeQuantile, invertQuantile, quantileScaling } from './quantileScaling.ts';

/**
 * What was fitted on a column of numbers, as plain JSON: one of four forms, whichever scaler found it. This is what a
 * model file holds and an export turns into code:
 *
 * - `linear`: (x - center) / scale
 * - `affine`: x * factor + offset, then cut to `clip` if given
 * - `quantile`: the share of training values below x, by interpolating in `quantiles`; then perhaps the normal quantile of it
 * - `power`: Yeo-Johnson's or Box and Cox's power of x with `lambda`, then (y - center) / scale
 */
export const scalingSchema = z.discriminatedUnion('form', [
  linearScaling,
  affineScaling,
  quantileScaling,
  powerScaling,
]);
export type Scaling = z.output<typeof scalingSchema>;

/** A scaling of one column, fitted. Missing values (NaN) stay missing. */
export interface FittedScaler {
  apply(this: void, value: number): number;
  /** Back to the column's own unit. */
  invert(this: void, value: number): number;
  /** The formula with the fitted numbers, for a person. */
  describe(this: void): string;
  toJSON(this: void): Scaling;
}

/** The scaler that a scaling says. */
export function scalerOf(scaling: Scaling): FittedScaler {
  const toJSON = () => scaling;
  switch (scaling.form) {
    case 'linear':
      return {
        apply: (value) => applyLinear(scaling, value),
        invert: (value) => invertLinear(scaling, value),
        describe: () => describeLinear(scaling),
        toJSON,
      };
    case 'affine':
      return {
        apply: (value) => applyAffine(scaling, value),
        invert: (value) => invertAffine(scaling, value),
        describe: () => describeAffine(scaling),
        toJSON,
      };
    case 'quantile':
      return {
        apply: applyQuantile(scaling),
        invert: invertQuantile(scaling),
        describe: () => describeQuantile(scaling),
        toJSON,
      };
    case 'power':
      return {
        apply: (value) => applyPower(scaling, value),
        invert: (value) => invertPower(scaling, value),
        describe: () => describePower(scaling),
        toJSON,
      };
  }
}

/**
 * A scaler from what `toJSON` gave.
 * @throws NeumannError where it is not that
 */
export function restoreScaler(json: unknown): FittedScaler {
  const parsed = scalingSchema.safeParse(json);
  if (parsed.success) return scalerOf(parsed.data);
  throw new NeumannError(
    'altered-model',
    `A scaling is not as it was written: ${z.prettifyError(parsed.error)}`,
  );
}
