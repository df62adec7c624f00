import { z } from 'zod';
import { deviationScale, moments } from '../numbers/moments.ts';
import { defineScaler } from './define.ts';
import { linear } from './linearScaling.ts';

/** scikit-learn's StandardScaler. */
export const standardise = defineScaler({
  name: 'standardise',
  summary: 'Mean 0 and standard deviation 1: what nets learn from best unless a column is very skewed.',
  formula: '(x - mean) / standard deviation (of the population: divided by n)',
  options: z.strictObject({
    center: z.boolean().default(true).describe('Whether to subtract the mean.'),
    scale: z.boolean().default(true).describe('Whether to divide by the standard deviation.'),
  }),
  scaling({ center, scale }, values) {
    const found = moments(values);
    return linear(center ? found.mean : 0, scale ? deviationScale(found, values.length) : 1);
  },
});
