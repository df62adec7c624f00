import { z } from 'zod';
import { defineInitializer } from '../define.ts';

/** Standard deviation of a standard normal cut off beyond 2. */
const DEVIATION_WITHIN_2 = 0.8796256610342398;

/** Draws again, from further along the stream, whatever lies beyond two deviations. */
export const truncatedNormal = defineInitializer({
  name: 'truncatedNormal',
  summary: 'Normal without the values beyond two deviations, so that no unit starts saturated.',
  formula: 'N(mean, deviation^2) within 2 deviations',
  options: z.strictObject({
    mean: z.number().default(0).describe('Mean.'),
    deviation: z.number().nonnegative().default(0.02).describe('Standard deviation before cutting off.'),
    rescale: z
      .boolean()
      .default(false)
      .describe(
        "Whether the deviation holds after cutting off (divided by 0.8796, as Keras' he_normal does).",
      ),
  }),
  fill(values, _shape, _fan, { mean, deviation, rescale }, random) {
    const scale = rescale ? deviation / DEVIATION_WITHIN_2 : deviation;
    for (let i = 0; i < values.length; i++) {
      let index = i;
      while (Math.abs(random.normal(index)) > 2) index += values.length;
      values[i] = mean + scale * random.normal(index);
    }
  },
});
