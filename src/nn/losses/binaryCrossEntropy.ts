import { z } from 'zod';
import { add, literal, multiply, negate, softplus, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** PyTorch's BCEWithLogitsLoss. Both terms are positive, so that no digits cancel however sure the prediction. */
export const binaryCrossEntropy = defineLoss({
  name: 'binaryCrossEntropy',
  summary: 'For yes/no targets, from logits; several outputs are independent yes/no questions.',
  formula: 'positiveWeight t log(1 + exp(-y)) + (1 - t) log(1 + exp(y))',
  options: z.strictObject({
    positiveWeight: z
      .union([z.number().positive(), z.array(z.number().positive())])
      .default(1)
      .describe('How much more a yes counts than a no: one number, or one for each output.'),
  }),
  target: 'binary',
  link: () => 'sigmoid',
  each(prediction, target, { positiveWeight }) {
    const ifYes = multiply(target, softplus(negate(prediction)));
    const ifNo = multiply(subtract(1, target), softplus(prediction));
    if (positiveWeight === 1) return add(ifYes, ifNo);
    const weight =
      typeof positiveWeight === 'number'
        ? positiveWeight
        : literal(positiveWeight, [1, positiveWeight.length]);
    return add(multiply(ifYes, weight), ifNo);
  },
});
