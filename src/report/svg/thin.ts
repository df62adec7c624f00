import type { Point } from './path.ts';

/**
 * At most about `most` of the points, in order, such that the line looks the same: of each stretch the lowest and the
 * highest are kept, and both ends.
 */
export function thin(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most || most < 4) return points;
  const stretches = Math.floor((most - 2) / 2);
  const inner = points.length - 2;
  const kept: Point[] = [points[0]];
  for (let i = 0; i < stretches; i++) {
    const start = 1 + Math.floor((i * inner) / stretches);
    const end = 1 + Math.floor(((i + 1) * inner) / stretches);
    kept.push(...lowestAndHighest(points.slice(start, end)));
  }
  return [...kept, points[points.length - 1]];
}

function lowestAndHighest(points: readonly Point[]): Point[] {
  let [low, high] = [0, 0];
  points.forEach(([, y], i) => {
    if (y < points[low][1]) low = i;
    if (y > points[high][1]) high = i;
  });
  return low === high ? [points[low]] : [points[Math.min(low, high)], points[Math.max(low, high)]];
}

/** At most so many of the values, at even distances, both ends among them. */
export function evenly<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))]);
}
