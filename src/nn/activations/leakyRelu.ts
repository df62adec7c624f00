import { z } from 'zod';
import { less, multiply, select } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const leakyRelu = defineActivation({
  name: 'leakyRelu',
  summary: 'A rectified linear unit with a small slope on the negative side, so that no unit stops learning.',
  formula: 'x > 0 ? x : negativeSlope x',
  options: z.strictObject({
    negativeSlope: z.number().default(0.01).describe('Slope where x is negative, usually 0.01 to 0.3.'),
  }),
  apply: (x, { negativeSlope }) => select(less(0, x), x, multiply(x, negativeSlope)),
});
