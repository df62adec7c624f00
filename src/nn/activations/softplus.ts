import { z } from 'zod';
import { divide, less, multiply, select, softplus as logistic } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const softplus = defineActivation({
  name: 'softplus',
  summary: 'A smooth relu that is always positive: for outputs such as a variance.',
  formula: 'log(1 + exp(beta x)) / beta',
  options: z.strictObject({
    beta: z
      .number()
      .positive()
      .default(1)
      .describe('Sharpness of the bend; relu where it grows without bound.'),
    threshold: z.number().default(20).describe('Where beta x is above this, x itself (as in PyTorch).'),
  }),
  apply(x, { beta, threshold }) {
    const scaled = multiply(x, beta);
    return select(less(threshold, scaled), x, divide(logistic(scaled), beta));
  },
  floor: () => 0,
});
