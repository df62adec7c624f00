/** Below this many numbers a sum goes from left to right; above it, it is the sum of the sums of its two halves. */
const BLOCK = 64;

/**
 * The sum of values[start..end), by halves: the same tree for the same length, with an error that grows with log n instead of n.
 */
export function sum(values: ArrayLike<number>, start = 0, end = values.length): number {
  if (end - start > BLOCK) {
    const middle = start + ((end - start) >>> 1);
    return sum(values, start, middle) + sum(values, middle, end);
  }
  let total = 0;
  for (let i = start; i < end; i++) total += values[i];
  return total;
}
