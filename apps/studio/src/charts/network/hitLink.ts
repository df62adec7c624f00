import { curveOf, isLinked, type Link, type NetworkLayout } from './layout.ts';

const PIECES = 12;
const curve = new Float64Array(8);

/** The link whose curve passes nearest to a pixel, within `reach`; null where there is none. */
export function hitLink(layout: NetworkLayout, x: number, y: number, reach = 6): Link | null {
  const { columns } = layout;
  let nearest: Link | null = null;
  let least = reach * reach;
  for (let column = 1; column < columns.length; column++) {
    const [before, own] = [columns[column - 1], columns[column]];
    if (!isLinked(layout, column) || x < before.x + before.tile / 2 || x > own.x - own.tile / 2) continue;
    for (let from = 0; from < columns[column - 1].layer.units; from++)
      for (let to = 0; to < columns[column].layer.units; to++) {
        curveOf(layout, column, from, to, curve);
        const distance = squaredDistance(x, y);
        if (distance >= least) continue;
        least = distance;
        nearest = { column, from, to };
      }
  }
  return nearest;
}

/** To the curve, taken as a few straight pieces. */
function squaredDistance(x: number, y: number): number {
  let least = Infinity;
  let [fromX, fromY] = [curve[0], curve[1]];
  for (let piece = 1; piece <= PIECES; piece++) {
    const [toX, toY] = pointAt(piece / PIECES);
    least = Math.min(least, toSegment(x, y, fromX, fromY, toX, toY));
    [fromX, fromY] = [toX, toY];
  }
  return least;
}

function pointAt(t: number): readonly [number, number] {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [0, 1].map((axis) =>
    weights.reduce((sum, weight, index) => sum + weight * curve[2 * index + axis], 0),
  ) as [number, number];
}

function toSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along =
    dx || dy ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy))) : 0;
  return (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2;
}

/** The middle of a link's curve: where its number is written and edited. */
export function middleOfLink(
  layout: NetworkLayout,
  { column, from, to }: Link,
): { readonly x: number; readonly y: number } {
  curveOf(layout, column, from, to, curve);
  const [x, y] = pointAt(0.5);
  return { x, y };
}
