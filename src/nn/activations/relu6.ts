import { z } from 'zod';
import { defineActivation } from '../define.ts';
import { cutOff } from './cutOff.ts';

/** Derivative at 0 and at 6 is 0, as in PyTorch. */
export const relu6 = defineActivation({
  name: 'relu6',
  summary: 'A rectified linear unit that also stops at 6: for models whose numbers must stay small.',
  formula: 'min(max(x, 0), 6)',
  options: z.strictObject({}),
  apply: (x) => cutOff(x, 0, 6),
  range: () => [0, 6],
  floor: () => 0,
  sharp: true,
});
