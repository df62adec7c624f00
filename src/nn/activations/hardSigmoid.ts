import { z } from 'zod';
import { add, divide } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';
import { withGradient } from '../withGradient.ts';
import { cutOff } from './cutOff.ts';

/** PyTorch's slope is 1/6 as a float32, even in float64. */
const SLOPE = Math.fround(1 / 6);

/** PyTorch's form; Keras 2 has slope 0.2. Derivative at the corners is 0. */
export const hardSigmoid = defineActivation({
  name: 'hardSigmoid',
  summary: 'A straight line from 0 at -3 to 1 at 3: a cheap sigmoid.',
  formula: 'min(max(x + 3, 0), 6) / 6',
  options: z.strictObject({}),
  apply(x) {
    const within = cutOff(x, -3, 3);
    return withGradient(divide(add(within, 3), 6), within, SLOPE);
  },
  range: () => [0, 1],
  sharp: true,
});
