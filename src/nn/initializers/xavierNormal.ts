import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { fillNormal } from './fill.ts';
import { gainOption } from './gainOption.ts';

/** Glorot and Bengio, 2010. Keras' glorot_normal draws it truncated. */
export const xavierNormal = defineInitializer({
  name: 'xavierNormal',
  summary: 'Normal, spread by the mean of fan-in and fan-out: for tanh and sigmoid.',
  formula: 'N(0, s^2), s = gain sqrt(2 / (fanIn + fanOut))',
  options: z.strictObject({ gain: gainOption }),
  fill(values, _shape, fan, { gain }, random) {
    fillNormal(values, gain * Math.sqrt(2 / (fan.in + fan.out)), random);
  },
});
