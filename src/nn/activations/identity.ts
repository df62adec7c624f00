import { z } from 'zod';
import { defineActivation } from '../define.ts';

export const identity = defineActivation({
  name: 'identity',
  summary: 'Leaves its input as it is: for linear outputs.',
  formula: 'x',
  options: z.strictObject({}),
  apply: (x) => x,
});
