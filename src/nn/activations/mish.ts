import { z } from 'zod';
import { multiply, softplus, tanh } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

/** Misra, 2019. */
export const mish = defineActivation({
  name: 'mish',
  summary: 'A smooth relu with a small dip below zero, close to silu.',
  formula: 'x tanh(log(1 + exp(x)))',
  options: z.strictObject({}),
  apply: (x) => multiply(x, tanh(softplus(x))),
  floor: () => 0,
});
