import { z } from 'zod';
import { defineInitializer } from '../define.ts';

export const normal = defineInitializer({
  name: 'normal',
  summary: 'Normal with a mean and a deviation of your choice; with 0 and 1 what embeddings start from.',
  formula: 'N(mean, deviation^2)',
  options: z.strictObject({
    mean: z.number().default(0).describe('Mean.'),
    deviation: z.number().nonnegative().default(1).describe('Standard deviation.'),
  }),
  fill(values, _shape, _fan, { mean, deviation }, random) {
    for (let i = 0; i < values.length; i++) values[i] = mean + deviation * random.normal(i);
  },
});
