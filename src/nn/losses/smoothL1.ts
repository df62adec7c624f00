import { z } from 'zod';
import { absolute, less, multiply, select, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** Girshick, 2015, in PyTorch's form; beta = 0 is the absolute error. */
export const smoothL1 = defineLoss({
  name: 'smoothL1',
  summary: 'The absolute error with its corner rounded off; unlike huber its slope stays 1 far out.',
  formula: '|e| < beta ? e^2 / (2 beta) : |e| - beta / 2, with e = y - t',
  options: z.strictObject({
    beta: z.number().nonnegative().default(1).describe('Width of the rounded corner, usually about 1.'),
  }),
  target: 'number',
  each(prediction, target, { beta }) {
    const error = subtract(prediction, target);
    const size = absolute(error);
    if (beta === 0) return size;
    return select(less(size, beta), multiply(multiply(error, error), 0.5 / beta), subtract(size, beta / 2));
  },
});
