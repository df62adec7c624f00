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
  for (let row = 0; row < rows; row++) {
    const out = values.subarray(row * width, (row + 1) * width);
    for (let i = 0; i < width; i++) out[i] = raw[row * output.units + i];
    links[output.link](out);
  }
  return values;
}

const links: Readonly<Record<Link, (row: Float64Array) => void>> = {
  identity: () => {},
  sigmoid: (row) => row.forEach((x, i) => (row[i] = sigmoid(x))),
  exp: (row) => row.forEach((x, i) => (row[i] = exp(x))),
  softmax(row) {
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    row.forEach((x, i) => (row[i] = exp(x - largest)));
    const total = row.reduce((a, b) => a + b, 0);
    row.forEach((x, i) => (row[i] = x / total));
  },
};
