import { add, divide, multiply, squareRoot, subtract, sum, type Tensor } from '../../tensor/index.ts';

export interface Moments {
  readonly mean: Tensor;
  /** Divided by the number of elements (biased). */
  readonly variance: Tensor;
  /** Number of elements each was taken over. */
  readonly count: number;
}

/** Mean and variance over some axes, which stay with size 1; in two passes, so that large means cost no digits. */
export function moments(x: Tensor, axes: readonly number[]): Moments {
  const count = axes.reduce((product, axis) => product * x.shape[axis], 1);
  const mean = multiply(sum(x, axes, { keep: true }), 1 / count);
  const difference = subtract(x, mean);
  const variance = multiply(sum(multiply(difference, difference), axes, { keep: true }), 1 / count);
  return { mean, variance, count };
}

/** (x - mean) / sqrt(variance + epsilon) */
export function normalise(x: Tensor, mean: Tensor, variance: Tensor, epsilon: number): Tensor {
  return multiply(subtract(x, mean), divide(1, squareRoot(add(variance, epsilon))));
}
