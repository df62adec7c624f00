import { z } from 'zod';
import { erfc, normalQuantile } from '../../../numeric/index.ts';
import { interpolate } from '../numbers/interpolate.ts';
import { readable } from '../readable.ts';

/**
 * The share of training values below x, from 0 to 1: interpolated in `quantiles`, which lie at evenly spaced shares (the
 * i-th of n at i / (n - 1)). With `output` normal, the standard normal's quantile of that share.
 */
export const quantileScaling = z.strictObject({
  form: z.literal('quantile'),
  quantiles: z
    .array(z.number())
    .min(1)
    .refine((values) => values.every((value, i) => i === 0 || values[i - 1] <= value), 'quantiles ascend'),
  output: z.enum(['uniform', 'normal']),
});
export type QuantileScaling = z.output<typeof quantileScaling>;

/** Shares this near to 0 or 1 count as the end (scikit-learn's bound), so that normal outputs stay within 5.2. */
const BOUND = 1e-7;
const EPSILON = 2 ** -52;
const LOWEST = normalQuantile(BOUND - EPSILON);
const HIGHEST = normalQuantile(1 - (BOUND - EPSILON));

/** Evenly spaced shares, with NumPy's rounding. */
export function evenShares(count: number): Float64Array {
  const step = 1 / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i > 0 && i === count - 1 ? 1 : i * step || 0));
}

/** scikit-learn's QuantileTransformer: where quantiles are equal, x gets the middle of their shares. */
export function applyQuantile({ quantiles, output }: QuantileScaling): (value: number) => number {
  const shares = evenShares(quantiles.length);
  const mirroredQuantiles = Float64Array.from(quantiles, (quantile) => -quantile).reverse();
  const mirroredShares = shares.map((share) => -share).reverse();
  const [low, high] = [quantiles[0], quantiles[quantiles.length - 1]];
  const margin = output === 'normal' ? BOUND : 0;
  return (value) => {
    if (Number.isNaN(value)) return NaN;
    const fromLeft = interpolate(value, quantiles, shares);
    const fromRight = interpolate(-value, mirroredQuantiles, mirroredShares);
    let share = 0.5 * (fromLeft - fromRight);
    if (isAbove(value, high, margin)) share = 1;
    if (isBelow(value, low, margin)) share = 0;
    if (output === 'uniform') return share;
    return Math.min(Math.max(normalQuantile(share), LOWEST), HIGHEST);
  };
}

export function invertQuantile({ quantiles, output }: QuantileScaling): (value: number) => number {
  const shares = evenShares(quantiles.length);
  const margin = output === 'normal' ? BOUND : 0;
  return (value) => {
    if (Number.isNaN(value)) return NaN;
    const share = output === 'normal' ? 0.5 * erfc(-value * Math.SQRT1_2) : value;
    if (isBelow(share, 0, margin)) return quantiles[0];
    if (isAbove(share, 1, margin)) return quantiles[quantiles.length - 1];
    return interpolate(share, shares, quantiles);
  };
}

function isBelow(value: number, bound: number, margin: number): boolean {
  return margin === 0 ? value === bound : value - margin < bound;
}

function isAbove(value: number, bound: number, margin: number): boolean {
  return margin === 0 ? value === bound : value + margin > bound;
}

export function describeQuantile({ quantiles, output }: QuantileScaling): string {
  const range = `${readable(quantiles[0])} to ${readable(quantiles[quantiles.length - 1])}`;
  const share = `the share of training values below x (${quantiles.length} quantiles from ${range})`;
  return output === 'uniform' ? share : `the normal quantile of ${share}`;
}
