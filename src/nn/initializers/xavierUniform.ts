import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { fillUniform } from './fill.ts';
import { gainOption } from './gainOption.ts';

/** Glorot and Bengio, 2010. Keras calls it glorot_uniform. */
export const xavierUniform = defineInitializer({
  name: 'xavierUniform',
  summary: 'Uniform, spread by the mean of fan-in and fan-out: for tanh and sigmoid.',
  formula: 'U(-b, b), b = gain sqrt(6 / (fanIn + fanOut))',
  options: z.strictObject({ gain: gainOption }),
  fill(values, _shape, fan, { gain }, random) {
    fillUniform(values, gain * Math.sqrt(6 / (fan.in + fan.out)), random);
  },
});
