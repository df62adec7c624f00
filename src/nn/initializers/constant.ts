import { z } from 'zod';
import { defineInitializer } from '../define.ts';

export const constant = defineInitializer({
  name: 'constant',
  summary: 'One number everywhere. Weights that start equal stay equal: for biases and scales only.',
  formula: 'value',
  options: z.strictObject({ value: z.number().describe('The number.') }),
  fill(values, _shape, _fan, { value }) {
    values.fill(value);
  },
});
