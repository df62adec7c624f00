const BARS = '▁▂▃▄▅▆▇█';

/**
 * Numbers as a line of bars, at most `width` of them: the mean of each stretch, between the least and the greatest. Losses fall by
 * factors rather than by differences, so positive ones are drawn by their logarithm.
 */
export function sparkline(values: readonly number[], width: number): string {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0 || width < 1) return '';
  const heights = stretches(finite, width).map(finite.every((value) => value > 0) ? Math.log : Number);
  const least = Math.min(...heights);
  const range = Math.max(...heights) - least;
  return heights.map((height) => BARS[range > 0 ? Math.round(((height - least) / range) * 7) : 0]).join('');
}

function stretches(values: readonly number[], width: number): number[] {
  const count = Math.min(width, values.length);
  return Array.from({ length: count }, (_, index) => {
    const own = values.slice(
      Math.floor((index * values.length) / count),
      Math.floor(((index + 1) * values.length) / count),
    );
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
}
