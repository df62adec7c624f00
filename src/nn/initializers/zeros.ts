import { z } from 'zod';
import { defineInitializer } from '../define.ts';

export const zeros = defineInitializer({
  name: 'zeros',
  summary: 'Zeros: what biases usually start from.',
  formula: '0',
  options: z.strictObject({}),
  fill(values) {
    values.fill(0);
  },
});
