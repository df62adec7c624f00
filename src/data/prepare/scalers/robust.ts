import { z } from 'zod';
import { normalQuantile } from '../../../numeric/index.ts';
import { nonZeroScale } from '../numbers/nonZeroScale.ts';
import { median, percentile } from '../numbers/percentile.ts';
import { defineScaler } from './define.ts';
import { linear } from './linearScaling.ts';

/** scikit-learn's RobustScaler. */
export const robust = defineScaler({
  name: 'robust',
  summary: 'Median 0 and interquartile range 1: outliers do not change how the others are scaled.',
  formula: '(x - median) / (upper quantile - lower quantile)',
  options: z.strictObject({
    center: z.boolean().default(true).describe('Whether to subtract the median.'),
    scale: z.boolean().default(true).describe('Whether to divide by the range between the quantiles.'),
    range: z
      .tuple([z.number().min(0), z.number().max(100)])
      .refine(([low, high]) => low < high, 'the range goes from a smaller to a larger percentage')
      .default([25, 75])
      .describe('The two quantiles, in percent.'),
    unitVariance: z
      .boolean()
      .default(false)
      .describe('Whether to scale so that a normal column gets standard deviation 1.'),
  }),
  scaling({ center, scale, range, unitVariance }, values) {
    const sorted = values.toSorted();
    const [low, high] = range.map((percent) => percent / 100);
    const spread = nonZeroScale(percentile(sorted, high) - percentile(sorted, low));
    const ofNormal = unitVariance ? normalQuantile(high) - normalQuantile(low) : 1;
    return linear(center ? median(sorted) : 0, scale ? spread / ofNormal : 1);
  },
});
