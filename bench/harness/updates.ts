/**
 * How far two results lie apart: the Euclidean length of their difference as a share of the length of the expected one. Results are what
 * changed since `before`, so that for training it is the updates that are compared, not weights that hardly moved.
 */
export function difference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let apart = 0;
  let whole = 0;
  for (let i = 0; i < expected.length; i++) {
    apart += (actual[i] - expected[i]) ** 2;
    whole += expected[i] ** 2;
  }
  if (Number.isNaN(apart) || Number.isNaN(whole)) return Infinity;
  return whole === 0 ? (apart === 0 ? 0 : Infinity) : Math.sqrt(apart / whole);
}

/** What each number has changed by; in float64, so that small updates of large weights keep their digits. */
export const changes = (before: ArrayLike<number>, after: ArrayLike<number>): Float64Array =>
  Float64Array.from(after, (value, i) => value - before[i]);
