import { z } from 'zod';
import { add, divide } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';
import { cutOff } from './cutOff.ts';

/** PyTorch's form; Keras 2 has slope 0.2. */
export const hardSigmoid = defineActivation({
  name: 'hardSigmoid',
  summary: 'A straight line from 0 at -3 to 1 at 3: a cheap sigmoid.',
  formula: 'min(max(x + 3, 0), 6) / 6',
  options: z.strictObject({}),
  apply: (x) => divide(cutOff(add(x, 3), 0, 6), 6),
  range: [0, 1],
});
