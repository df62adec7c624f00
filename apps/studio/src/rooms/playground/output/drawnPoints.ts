import type { DataSettings, DrawnPoint } from '../../../state/scenario.ts';

/** What is put where in the picture: a class's number, or a value. */
export interface Brush {
  readonly target: number;
  readonly erase: boolean;
}
interface Place {
  readonly x: number;
  readonly y: number;
}

const DECIMALS = 100;

/** The points after the brush touched a raw place; `reach` is in units of the plane. The same list where nothing changes. */
export function touched(
  data: DataSettings,
  raw: Place,
  { target, erase }: Brush,
  reach: number,
): readonly DrawnPoint[] {
  const x = rounded((raw.x - data.shift.x) / data.stretch.x);
  const y = rounded((raw.y - data.shift.y) / data.stretch.y);
  if (!erase) return [...data.points, [x, y, target]];
  const left = data.points.filter((point) => Math.hypot(point[0] - x, point[1] - y) > reach);
  return left.length === data.points.length ? data.points : left;
}

/** Short numbers, for links hold every drawn point. */
function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
