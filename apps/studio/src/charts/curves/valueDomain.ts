import type { CurveBuckets } from './CurveBuckets.ts';

/** Lowest and highest of all curves, with 0 at the foot of straight ones of losses; a decade around nothing. */
export function valueDomain(
  runs: readonly CurveBuckets[],
  metric: number,
  logarithmic: boolean,
): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const take = (value: number) => {
    if (Number.isNaN(value) || (logarithmic && value <= 0)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const { curves, count } of runs)
    for (const curve of curves)
      for (let at = 0; at < count; at++) {
        take(curve.low[at]);
        take(curve.high[at]);
      }
  if (!(high >= low)) return logarithmic ? [0.1, 1] : [0, 1];
  if (logarithmic) return [low / 1.15, high * 1.15];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [metric === 0 && low >= 0 ? 0 : low - room, high + room];
}
