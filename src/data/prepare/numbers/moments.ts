import { release } from '../../table/paged/release.ts';
import { sum } from '../../../numeric/index.ts';

export interface Moments {
  readonly mean: number;
  /** Of the population: divided by n, as scikit-learn does (pandas divides by n - 1). */
  readonly deviation: number;
}

/** Beyond this size a square, or the sum of many, may leave float64. */
const LARGE = 1e140;
const SMALL = 1e-140;
const EPSILON = 2 ** -52;

/** Mean and standard deviation in two passes, the second correcting the first's rounding. No numbers: 0 and 0. */
export function moments(values: Float64Array): Moments {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  let size = 0;
  for (let i = 0; i < values.length; i++) size = Math.max(size, Math.abs(values[i]));
  if (size > LARGE || (size > 0 && size < SMALL)) {
    const { mean, deviation } = moments(values.map((value) => value / size));
    return { mean: mean * size, deviation: deviation * size };
  }
  const n = values.length;
  const mean = sum(values) / n;
  const work = new Float64Array(n);
  for (let i = 0; i < n; i++) work[i] = values[i] - mean;
  const correction = sum(work);
  for (let i = 0; i < n; i++) work[i] *= work[i];
  const squares = sum(work);
  release(work);
  const variance = Math.max((squares - (correction * correction) / n) / n, 0);
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * What to divide by to give the numbers a standard deviation of 1; 1 where they are all the same, up to the rounding of
 * their mean (scikit-learn: variance <= n eps variance + (n mean eps)²).
 */
export function deviationScale({ mean, deviation }: Moments, n: number): number {
  const relative = n * EPSILON;
  // Its root is taken on both sides, so that no square leaves float64.
  const isConstant = Math.sqrt(1 - relative) * deviation <= relative * Math.abs(mean);
  return isConstant ? 1 : deviation;
}
