import type { Points } from '../run/contract.ts';
import type { PlanePoints } from '../data/makePoints.ts';
import type { FittedTarget } from '../../../../src/data/prepare/index.ts';
import type { Division } from '../../../../src/train/run/division.ts';

/** All rows as the page draws them; classes are counted as the run counts them. */
export function pointsOf(points: PlanePoints, target: FittedTarget, division: Division): Points {
  const part = new Uint8Array(points.x.length);
  for (const row of division.validation) part[row] = 1;
  for (const row of division.test) part[row] = 2;
  return {
    x: Float32Array.from(points.x),
    y: Float32Array.from(points.y),
    target: Float32Array.from(points.target, (value) => numberOf(value, points, target)),
    part,
  };
}

function numberOf(value: number, { classes }: PlanePoints, target: FittedTarget): number {
  return target.kind === 'classes' ? target.classes.indexOf(classes ? classes[value] : String(value)) : value;
}
