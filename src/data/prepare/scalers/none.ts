import { z } from 'zod';
import { defineScaler } from './define.ts';
import { linear } from './linearScaling.ts';

export const none = defineScaler({
  name: 'none',
  summary: 'Numbers as they are; for columns that already lie within about -1 to 1.',
  formula: 'x',
  options: z.strictObject({}),
  scaling: () => linear(0, 1),
});
