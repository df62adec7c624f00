import { z } from 'zod';
import { sum } from '../../../numeric/index.ts';
import { release } from '../../table/paged/release.ts';
import { moments } from '../numbers/moments.ts';
import { defineScaler } from './define.ts';
import { power } from './power.ts';
import { standardise } from './standardise.ts';
import type { Scaling } from './scaling.ts';

/**
 * Standardising leaves a very skewed column's few large values tens of deviations away, where they steer the net; a power brings
 * them near. On columns of moderate skew the power is no gain, and the unit is lost.
 */
export const skewAware = defineScaler({
  name: 'skewAware',
  summary: 'Standardises; a very skewed column is brought near a normal shape by a power first.',
  formula: 'power where |mean(((x - mean) / deviation)^3)| > above, else standardise',
  options: z.strictObject({
    above: z.number().min(0).default(6).describe('Skewness from which on a power is taken; usually 2 to 10.'),
  }),
  scaling({ above }, values): Scaling {
    const chosen = Math.abs(skewness(values)) > above ? power : standardise;
    return chosen.fit(chosen.options.parse({}) as never, values).toJSON();
  },
});

/** scipy.stats.skew, biased; 0 for a column that does not vary. */
function skewness(values: Float64Array): number {
  const { mean, deviation } = moments(values);
  if (deviation === 0) return 0;
  const cubes = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const z = (values[i] - mean) / deviation;
    cubes[i] = z * z * z;
  }
  const skew = sum(cubes) / values.length;
  release(cubes);
  return skew;
}
