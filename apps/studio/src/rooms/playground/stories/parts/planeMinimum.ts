import type { LossPlane } from '../../../../worker/queries/lossPlane.ts';

export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly loss: number;
}

/** The loss at a place of the plane, between its four grid points; beyond the edge as at the edge. */
export function lossAt({ x, y, size, values }: LossPlane, atX: number, atY: number): number {
  const place = (value: number, low: number, high: number) =>
    Math.min(Math.max(((value - low) / (high - low)) * (size - 1), 0), size - 1);
  const column = place(atX, x.low, x.high);
  const row = place(atY, y.low, y.high);
  const [left, bottom] = [Math.min(Math.floor(column), size - 2), Math.min(Math.floor(row), size - 2)];
  const corner = (up: number, across: number) => values[(bottom + up) * size + left + across];
  const between = (a: number, b: number, share: number) => a + (b - a) * share;
  const low = between(corner(0, 0), corner(0, 1), column - left);
  const high = between(corner(1, 0), corner(1, 1), column - left);
  return between(low, high, row - bottom);
}

/** Points on the border of a budget: |x| + |y| = budget, or the circle with that radius. */
export type Shape = 'diamond' | 'circle';

export function borderOf(shape: Shape, budget: number, points = 720): { x: number; y: number }[] {
  return Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    const [across, up] = [Math.cos(angle), Math.sin(angle)].map(straightened);
    const length = shape === 'circle' ? budget : budget / (Math.abs(across) + Math.abs(up));
    return { x: length * across, y: length * up };
  });
}

/** A corner is where one weight is 0, and not 6e-17. */
const straightened = (value: number): number => (Math.abs(value) < 1e-9 ? 0 : value);

/** The lowest point that the budget lets the weights reach: inside, where the valley itself lies inside, else on the border. */
export function lowestWithin(plane: LossPlane, shape: Shape, budget: number): PlanePoint {
  const inside = gridPoints(plane).filter(({ x, y }) => sizeOf(shape, x, y) <= budget);
  const candidates = [...inside, ...borderOf(shape, budget)];
  return candidates
    .map(({ x, y }) => ({ x, y, loss: lossAt(plane, x, y) }))
    .reduce((best, point) => (point.loss < best.loss ? point : best));
}

const sizeOf = (shape: Shape, x: number, y: number): number =>
  shape === 'circle' ? Math.hypot(x, y) : Math.abs(x) + Math.abs(y);

function gridPoints({ x, y, size }: LossPlane): { x: number; y: number }[] {
  const along = ({ low, high }: { low: number; high: number }, step: number) =>
    low + ((high - low) * step) / (size - 1);
  return Array.from({ length: size * size }, (_, index) => ({
    x: along(x, index % size),
    y: along(y, Math.floor(index / size)),
  }));
}
