import type { Net, Part } from '../../../../../src/train/loop/index.ts';
import type { Portions } from './portions.ts';

/** A stretch of one parameter's values: `size` of them, evenly from `low` to `high`. */
export interface PlaneAxis {
  /** Place in the plan's parameter block. */
  readonly parameter: number;
  readonly low: number;
  readonly high: number;
}

export interface LossPlane {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly size: number;
  /** [size][size], the rows from the lowest y to the highest. */
  readonly values: Float32Array;
}

const valueAt = ({ low, high }: PlaneAxis, step: number, size: number): number =>
  low + ((high - low) * step) / (size - 1);

/**
 * The loss of a part's rows (dropout off, no penalty) over two parameters, all others held where they are. The net's parameters are
 * what they were when it ends.
 */
export function* lossPlane(
  net: Net,
  part: Part,
  [x, y]: readonly [PlaneAxis, PlaneAxis],
  size: number,
): Portions<LossPlane> {
  const values = new Float32Array(size * size);
  const before = [net.parameters[x.parameter], net.parameters[y.parameter]];
  try {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        net.parameters[x.parameter] = valueAt(x, column, size);
        net.parameters[y.parameter] = valueAt(y, row, size);
        values[row * size + column] = net.evaluate(part).loss;
      }
      yield (row + 1) / size;
    }
  } finally {
    [net.parameters[x.parameter], net.parameters[y.parameter]] = before;
  }
  return { x, y, size, values };
}

/** An axis of so much to both sides of a value. */
export const axisAround = (parameter: number, center: number, reach: number): PlaneAxis => ({
  parameter,
  low: center - reach,
  high: center + reach,
});
