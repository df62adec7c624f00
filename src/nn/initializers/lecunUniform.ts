import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { fillUniform } from './fill.ts';

export const lecunUniform = defineInitializer({
  name: 'lecunUniform',
  summary: 'Uniform with variance 1 / fan-in: for selu and linear layers.',
  formula: 'U(-b, b), b = sqrt(3 / fanIn)',
  options: z.strictObject({}),
  fill(values, _shape, fan, _options, random) {
    fillUniform(values, Math.sqrt(3 / fan.in), random);
  },
});
