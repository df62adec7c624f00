import { z } from 'zod';
import { multiply, negate, softplus } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** PyTorch's SoftMarginLoss, but without overflow: binaryCrossEntropy with targets -1 and 1. */
export const softMargin = defineLoss({
  name: 'softMargin',
  summary: 'For two classes written -1 and 1: the logistic loss.',
  formula: 'log(1 + exp(-t y))',
  options: z.strictObject({}),
  target: 'signs',
  each: (prediction, target) => softplus(negate(multiply(target, prediction))),
});
