import { defineInitializer } from '../define.ts';
import { fillNormal } from './fill.ts';
import { kaimingDeviation, kaimingOptions } from './kaimingOptions.ts';

/** He and others, 2015. Keras' he_normal draws it truncated. */
export const kaimingNormal = defineInitializer({
  name: 'kaimingNormal',
  summary: 'Normal, spread so that signals keep their size through relu and its kin.',
  formula: 'N(0, s^2), s = gain / sqrt(fan)',
  options: kaimingOptions,
  fill(values, _shape, fan, options, random) {
    fillNormal(values, kaimingDeviation(fan, options), random);
  },
});
