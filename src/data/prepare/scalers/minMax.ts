import { z } from 'zod';
import { nonZeroScale } from '../numbers/nonZeroScale.ts';
import { defineScaler } from './define.ts';

/** scikit-learn's MinMaxScaler. Values beyond those of training lie outside the range unless clipped. */
export const minMax = defineScaler({
  name: 'minMax',
  summary: 'The smallest training value becomes 0, the largest 1; one outlier squeezes all others together.',
  formula: 'low + (x - minimum) / (maximum - minimum) * (high - low)',
  options: z.strictObject({
    range: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high, 'the range goes from a smaller to a larger number')
      .default([0, 1])
      .describe('What the smallest and the largest value become.'),
    clip: z
      .boolean()
      .default(false)
      .describe('Whether values beyond those of training are cut to the range.'),
  }),
  scaling({ range, clip }, values) {
    const [low, high] = range;
    const smallest = values.reduce((a, b) => Math.min(a, b));
    const largest = values.reduce((a, b) => Math.max(a, b));
    // Multiplied and added, not subtracted and divided: scikit-learn's rounding.
    const factor = (high - low) / nonZeroScale(largest - smallest);
    return { form: 'affine', factor, offset: low - smallest * factor, ...(clip && { clip: range }) };
  },
});
