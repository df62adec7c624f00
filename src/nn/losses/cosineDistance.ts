import { z } from 'zod';
import { subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { cosine, lengthsAtLeast } from './cosine.ts';

/** One number a row, [n, 1]. */
export const cosineDistance = defineLoss({
  name: 'cosineDistance',
  summary: 'For targets whose direction matters and whose length does not.',
  formula: '1 - y . t / (|y| |t|)',
  options: z.strictObject({
    epsilon: z.number().positive().default(1e-8).describe('Least length of a vector.'),
  }),
  target: 'number',
  each: (prediction, target, { epsilon }) => subtract(1, cosine(prediction, target, lengthsAtLeast(epsilon))),
});
