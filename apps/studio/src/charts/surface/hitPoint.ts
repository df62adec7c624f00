import type { PartName, Points } from '../../run/contract.ts';
import { partNames } from './drawPoints.ts';
import { xOf, yOf, type Plane } from './Plane.ts';

/** The row drawn nearest to a pixel, of the shown parts; -1 where none is within `reach` pixels. */
export function hitPoint(
  plane: Plane,
  { x, y, part }: Points,
  parts: Readonly<Record<PartName, boolean>>,
  pixelX: number,
  pixelY: number,
  reach = 8,
): number {
  let nearest = -1;
  let least = reach * reach;
  for (let row = 0; row < x.length; row++) {
    if (!parts[partNames[part[row]]]) continue;
    const dx = xOf(plane, x[row]) - pixelX;
    const dy = yOf(plane, y[row]) - pixelY;
    const distance = dx * dx + dy * dy;
    // The later row lies on top.
    if (distance > least) continue;
    least = distance;
    nearest = row;
  }
  return nearest;
}
