import { z } from 'zod';
import {
  add,
  exp,
  log,
  max,
  multiply,
  reshape,
  stopGradient,
  subtract,
  sum,
  type Tensor,
} from '../../tensor/index.ts';

export const labelSmoothingOption = z
  .number()
  .min(0)
  .max(1)
  .default(0)
  .describe('Share of each label that is spread evenly over all classes, usually 0 to 0.2.');

/** Labels [n, classes] with a share of each spread evenly over all classes. */
export function smooth(labels: Tensor, share: number): Tensor {
  return share === 0 ? labels : add(multiply(labels, 1 - share), share / labels.shape[1]);
}

/**
 * sum over classes of wanted x -log softmax(logits): [n]. The largest logit is taken off first, so that nothing overflows; then
 * both terms are positive and no digits cancel. `total` is the sum of a row of `wanted`, where it is known.
 */
export function softmaxCrossEntropy(logits: Tensor, wanted: Tensor, total?: number): Tensor {
  const rows = logits.shape[0];
  const shifted = subtract(logits, stopGradient(reshape(max(logits, 1), [rows, 1])));
  const logSum = log(sum(exp(shifted), 1));
  const wantedSum = total === 1 ? logSum : multiply(logSum, sum(wanted, 1));
  return subtract(wantedSum, sum(multiply(wanted, shifted), 1));
}
