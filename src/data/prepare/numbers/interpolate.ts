/**
 * Where `x` lies on the line through the points (xs[i], ys[i]), xs ascending; the end values outside (NumPy's `interp`).
 * Among equal xs the last counts.
 */
export function interpolate(x: number, xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  const last = xs.length - 1;
  if (x < xs[0]) return ys[0];
  if (x >= xs[last]) return ys[last];
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  const slope = (ys[high] - ys[low]) / (xs[high] - xs[low]);
  // Between neighbours so near that nothing lies between them.
  if (!Number.isFinite(slope)) return ys[low];
  return slope * (x - xs[low]) + ys[low];
}
