import { average } from './average.ts';
import { meanAbsoluteError } from './columnMeans.ts';
import { defineRegressionMetric } from './defineMetric.ts';
import { perOutput } from './perOutput.ts';

export const mae = defineRegressionMetric({
  name: 'mae',
  summary: 'Mean absolute error, in the target’s own unit.',
  better: 'lower',
  compute: (input) => perOutput(input, meanAbsoluteError),
});

/** What a target nearer to 0 than this counts as (scikit-learn: the spacing of float64 at 1). */
const leastTarget = 2.220446049250313e-16;

/** scikit-learn's `mean_absolute_percentage_error`: a share, not a percentage; enormous where a target is 0. */
export const mape = defineRegressionMetric({
  name: 'mape',
  summary:
    'Mean absolute error as a share of the true value (0.1 is 10 %); useless where targets come near 0.',
  better: 'lower',
  compute: (input) =>
    perOutput(input, ({ rows, truth, prediction, weights }) =>
      average(
        rows,
        weights,
        (row) => Math.abs(truth[row] - prediction[row]) / Math.max(Math.abs(truth[row]), leastTarget),
      ),
    ),
});
