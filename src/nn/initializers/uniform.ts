import { z } from 'zod';
import { defineInitializer } from '../define.ts';

export const uniform = defineInitializer({
  name: 'uniform',
  summary: 'Uniform between two numbers of your choice.',
  formula: 'U(low, high)',
  options: z.strictObject({
    low: z.number().default(-0.05).describe('Lower end.'),
    high: z.number().default(0.05).describe('Upper end.'),
  }),
  fill(values, _shape, _fan, { low, high }, random) {
    for (let i = 0; i < values.length; i++) values[i] = low + (high - low) * random.uniform(i);
  },
});
