import { linePath } from './path.ts';
import { areaOf } from './plot.ts';
import { linearScale } from './scale.ts';

const area = areaOf({ height: 350 });

/** A chart of shares against shares. */
export const unitSquare = {
  area,
  x: linearScale([0, 1], [area.left, area.right]),
  y: linearScale([0, 1], [area.bottom, area.top]),
} as const;

/** From (0, 0) to (1, 1). */
export const diagonal = linePath([
  [area.left, area.bottom],
  [area.right, area.top],
]);
