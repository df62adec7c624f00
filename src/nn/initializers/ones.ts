import { z } from 'zod';
import { defineInitializer } from '../define.ts';

export const ones = defineInitializer({
  name: 'ones',
  summary: 'Ones: what the scales of norm layers start from.',
  formula: '1',
  options: z.strictObject({}),
  fill(values) {
    values.fill(1);
  },
});
