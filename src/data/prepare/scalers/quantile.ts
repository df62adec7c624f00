import { z } from 'zod';
import { percentile } from '../numbers/percentile.ts';
import { defineScaler } from './define.ts';
import { evenShares } from './quantileScaling.ts';

/**
 * scikit-learn's QuantileTransformer, except that it takes all rows (scikit-learn draws 10,000), and that by default it
 * keeps 100 quantiles (scikit-learn: 1000) and gives a normal output (uniform), which suits nets better.
 */
export const quantile = defineScaler({
  name: 'quantile',
  summary: 'Only the order of the values counts: any column becomes normal, whatever its outliers.',
  formula: 'normal quantile of (share of training values below x)',
  options: z.strictObject({
    quantiles: z
      .int()
      .min(2)
      .default(100)
      .describe('How many quantiles are kept, at most as many as rows; usually 10 to 1000.'),
    output: z
      .enum(['normal', 'uniform'])
      .default('normal')
      .describe('Normal within about ±5.2, or uniform from 0 to 1.'),
  }),
  scaling({ quantiles: wanted, output }, values, rows) {
    const sorted = values.toSorted();
    const shares = evenShares(Math.max(1, Math.min(wanted, rows)));
    const quantiles = Array.from(shares, (share) => percentile(sorted, (share * 100) / 100));
    // Interpolation may round one quantile above the next.
    for (let i = 1; i < quantiles.length; i++) quantiles[i] = Math.max(quantiles[i], quantiles[i - 1]);
    return { form: 'quantile', quantiles, output };
  },
});
