import { meanSquaredError } from './columnMeans.ts';
import { defineRegressionMetric } from './defineMetric.ts';
import { perOutput } from './perOutput.ts';

export const mse = defineRegressionMetric({
  name: 'mse',
  summary: 'Mean squared error, in the square of the target’s unit.',
  better: 'lower',
  compute: (input) => perOutput(input, (column) => meanSquaredError(column)),
});

/** With several outputs the mean of their roots (scikit-learn), not the root of their mean. */
export const rmse = defineRegressionMetric({
  name: 'rmse',
  summary: 'Root of the mean squared error, in the target’s own unit; large misses count most.',
  better: 'lower',
  compute: (input) => perOutput(input, (column) => Math.sqrt(meanSquaredError(column))),
});
