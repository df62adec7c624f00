import { exp, sigmoid } from '../../numeric/index.ts';
import type { Link } from '../define.ts';
import type { OutputPlan } from './modelPlan.ts';

/**
 * Raw outputs, row-major [n, units], as values on the target's scale, in float64: [n, units] probabilities for classes, else
 * [n, target width] (an output of means and variances gives the means).
 */
export function applyLink(output: OutputPlan, raw: ArrayLike<number>): Float64Array {
  const width = output.target && output.target.kind !== 'classes' ? output.target.width : output.units;
  const rows = raw.length / output.units;
  const values = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < width; i++) values[row * width + i] = raw[row * output.units + i];
  links[output.link](values, width);
  return values;
}

/** Acts on rows of `width` values. Plain loops: every epoch's scores go through here. */
const links: Readonly<Record<Link, (values: Float64Array, width: number) => void>> = {
  identity: () => {},
  sigmoid(values) {
    for (let i = 0; i < values.length; i++) values[i] = sigmoid(values[i]);
  },
  exp(values) {
    for (let i = 0; i < values.length; i++) values[i] = exp(values[i]);
  },
  softmax(values, width) {
    for (let start = 0; start < values.length; start += width) {
      const end = start + width;
      let largest = -Infinity;
      for (let i = start; i < end; i++) largest = Math.max(largest, values[i]);
      let total = 0;
      for (let i = start; i < end; i++) total += values[i] = exp(values[i] - largest);
      for (let i = start; i < end; i++) values[i] /= total;
    }
  },
};
