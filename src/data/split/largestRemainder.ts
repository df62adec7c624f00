/**
 * Divides `total` over groups in proportion to their `counts`, in whole numbers: each gets its share rounded down, and what
 * is left goes to the largest remainders. Ties go to the group that comes first in `tieOrder` (a permutation of the groups).
 *
 * The shares are computed as scikit-learn's `_approximate_mode` does, rounding included, so that the same remainders tie.
 */
export function largestRemainder(counts: Int32Array, total: number, tieOrder: Int32Array): Int32Array {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = Float64Array.from(counts, (count) => (all === 0 ? 0 : (count / all) * total));
  const result = Int32Array.from(shares, Math.floor);
  const left = total - result.reduce((sum, count) => sum + count, 0);
  // Sorting is stable, so equal remainders stay in the order of the ties.
  const byRemainder = tieOrder.toSorted((a, b) => remainder(shares[b]) - remainder(shares[a]));
  for (const group of byRemainder.subarray(0, left)) result[group]++;
  return result;
}

function remainder(share: number): number {
  return share - Math.floor(share);
}
