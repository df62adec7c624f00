import { z } from 'zod';
import { defineActivation } from '../define.ts';
import { cutOff } from './cutOff.ts';

/** Derivative at the corners is 0, as in PyTorch. */
export const hardTanh = defineActivation({
  name: 'hardTanh',
  summary: 'A straight line cut off on both sides: a cheap tanh.',
  formula: 'min(max(x, minimum), maximum)',
  options: z.strictObject({
    minimum: z.number().default(-1).describe('Where it is cut off below.'),
    maximum: z.number().default(1).describe('Where it is cut off above.'),
  }),
  apply: (x, { minimum, maximum }) => cutOff(x, minimum, maximum),
  range: ({ minimum, maximum }) => [minimum, maximum],
  sharp: true,
});
