const BLOCK = 64;

/** The sum of a[i] b[i] over [start, end), in the same tree as `sum`. The arrays have the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, start = 0, end = a.length): number {
  if (end - start > BLOCK) {
    const middle = start + ((end - start) >>> 1);
    return dot(a, b, start, middle) + dot(a, b, middle, end);
  }
  let total = 0;
  for (let i = start; i < end; i++) total += a[i] * b[i];
  return total;
}
