import { defineInitializer } from '../define.ts';
import { fillUniform } from './fill.ts';
import { kaimingDeviation, kaimingOptions } from './kaimingOptions.ts';

/** He and others, 2015. PyTorch's default nonlinearity is leaky_relu with slope 0, which is our relu. */
export const kaimingUniform = defineInitializer({
  name: 'kaimingUniform',
  summary: 'Uniform, spread so that signals keep their size through relu and its kin.',
  formula: 'U(-b, b), b = gain sqrt(3 / fan)',
  options: kaimingOptions,
  fill(values, _shape, fan, options, random) {
    fillUniform(values, Math.sqrt(3) * kaimingDeviation(fan, options), random);
  },
});
