import { z } from 'zod';
import { multiply, sigmoid } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const silu = defineActivation({
  name: 'silu',
  summary: 'Sigmoid linear unit, also called swish: a smooth relu with a small dip below zero.',
  formula: 'x / (1 + exp(-x))',
  options: z.strictObject({}),
  apply: (x) => multiply(x, sigmoid(x)),
  floor: () => 0,
});
