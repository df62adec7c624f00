export type Point = readonly [x: number, y: number];

/** A coordinate in a tenth of a unit: finer than any screen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Straight lines through the points, as the `d` of a path. A point that is no number breaks the line. */
export function linePath(points: readonly Point[]): string {
  let pen = 'M';
  return points
    .map(([x, y]) => {
      const isThere = Number.isFinite(x) && Number.isFinite(y);
      const step = isThere ? `${pen}${tenth(x)} ${tenth(y)}` : '';
      pen = isThere ? 'L' : 'M';
      return step;
    })
    .join('');
}

/** Dots as strokes without length (round caps make them discs): some twelve bytes each. */
export const dotsPath = (points: readonly Point[]): string =>
  points.map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`).join('');

/** The area between a line and a level. */
export function areaPath(points: readonly Point[], level: number): string {
  if (points.length === 0) return '';
  const last = points[points.length - 1];
  return `${linePath(points)}L${tenth(last[0])} ${tenth(level)}L${tenth(points[0][0])} ${tenth(level)}Z`;
}

export const across = (from: number, to: number, y: number): string =>
  `M${tenth(from)} ${tenth(y)}H${tenth(to)}`;

export const down = (x: number, from: number, to: number): string =>
  `M${tenth(x)} ${tenth(from)}V${tenth(to)}`;

/** From point to point first upright, then level: the value to the right of a point is the next one's. */
export function stepPath([first, ...rest]: readonly Point[]): string {
  const steps = rest.map(([x, y]) => `V${tenth(y)}H${tenth(x)}`);
  return `M${tenth(first[0])} ${tenth(first[1])}${steps.join('')}`;
}
