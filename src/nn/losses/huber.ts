import { z } from 'zod';
import { absolute, less, multiply, select, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** Huber, 1964; delta times smoothL1 with beta = delta. */
export const huber = defineLoss({
  name: 'huber',
  summary: 'Squared for small errors, absolute for large ones: a mean that outliers do not drag away.',
  formula: '|e| < delta ? e^2 / 2 : delta (|e| - delta / 2), with e = y - t',
  options: z.strictObject({
    delta: z
      .number()
      .positive()
      .default(1)
      .describe('Where it turns from squared to absolute, usually about 1.'),
  }),
  target: 'number',
  each(prediction, target, { delta }) {
    const error = subtract(prediction, target);
    const size = absolute(error);
    const squared = multiply(multiply(error, error), 0.5);
    return select(less(size, delta), squared, multiply(subtract(size, delta / 2), delta));
  },
});
