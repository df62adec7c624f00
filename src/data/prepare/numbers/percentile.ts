/**
 * The number below which a share of the `sorted` ones lies, interpolated linearly between neighbours (NumPy's default
 * method, and its rounding: quantiles of tied numbers are exactly those numbers). NaN of no numbers.
 */
export function percentile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN;
  const index = (sorted.length - 1) * share;
  const below = Math.floor(index);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  const way = index - below;
  // From the nearer end, so that both ends are met exactly.
  return way < 0.5 ? low + (high - low) * way : high - (high - low) * (1 - way);
}

/** The middle number, or the mean of the two in the middle. NaN of no numbers. */
export function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  // Halved first, so that two large numbers don't overflow.
  return sorted.length === 0 ? NaN : sorted[middle - 1] / 2 + sorted[middle] / 2;
}
