import { z } from 'zod';
import { absolute, add, divide } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const softsign = defineActivation({
  name: 'softsign',
  summary: 'Like tanh, but it settles more slowly.',
  formula: 'x / (1 + |x|)',
  options: z.strictObject({}),
  apply: (x) => divide(x, add(absolute(x), 1)),
  range: () => [-1, 1],
});
