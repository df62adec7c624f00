import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { fillNormal } from './fill.ts';

/** LeCun and others, Efficient BackProp, 1998. Keras' lecun_normal draws it truncated. */
export const lecunNormal = defineInitializer({
  name: 'lecunNormal',
  summary: 'Normal with variance 1 / fan-in: for selu and linear layers.',
  formula: 'N(0, s^2), s = sqrt(1 / fanIn)',
  options: z.strictObject({}),
  fill(values, _shape, fan, _options, random) {
    fillNormal(values, Math.sqrt(1 / fan.in), random);
  },
});
