import { z } from 'zod';
import { lessEqual, multiply } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';

/**
 * Inverted dropout: in training each element is kept with probability 1 - rate and then divided by it, so that evaluation needs
 * no correction. The mask depends on seed, step and the layer's name. `rate` is the share that is dropped (the paper's p is
 * the share that is kept).
 */
export const dropout = defineLayer({
  name: 'dropout',
  summary: 'Leaves out a random share of its inputs in every training step, against overfitting.',
  formula: 'y = x mask / (1 - rate)',
  options: z.strictObject({
    rate: z
      .number()
      .min(0)
      .lt(1)
      .default(0.5)
      .describe('Share of inputs that is dropped, usually 0.1 to 0.5.'),
  }),
  apply(context, input, { rate }) {
    if (context.mode === 'evaluate' || rate === 0) return input;
    const kept = lessEqual(rate, context.uniform('mask', input.shape));
    return multiply(input, multiply(kept, 1 / (1 - rate)));
  },
});
