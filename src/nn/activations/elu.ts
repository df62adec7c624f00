import { z } from 'zod';
import { expm1, less, minimum, multiply, select } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

/** Clevert, Unterthiner and Hochreiter, 2016. The exponential only ever sees min(x, 0), so that it can't overflow. */
export const elu = defineActivation({
  name: 'elu',
  summary: 'Exponential linear unit: like relu, but it bends towards -alpha, which keeps means near zero.',
  formula: 'x > 0 ? x : alpha (exp(x) - 1)',
  options: z.strictObject({
    alpha: z.number().positive().default(1).describe('Where it settles on the negative side, usually 1.'),
  }),
  apply: (x, { alpha }) => select(less(0, x), x, multiply(expm1(minimum(x, 0)), alpha)),
  floor: ({ alpha }) => -alpha,
});
