import { defineRegressionMetric } from './defineMetric.ts';
import { perOutput } from './perOutput.ts';

/** scikit-learn's `median_absolute_error`; with weights the lower weighted median, as there. */
export const medianAbsoluteError = defineRegressionMetric({
  name: 'medianAbsoluteError',
  summary: 'Half of the rows are off by less than this; in the target’s own unit, untouched by outliers.',
  better: 'lower',
  compute: (input) =>
    perOutput(input, ({ truth, prediction, weights }) => {
      const errors = truth.map((value, row) => Math.abs(value - prediction[row]));
      return weights ? weightedMedian(errors, weights) : median(errors);
    }),
});

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The least value that has at least half of the weight at or below it. */
function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const total = order.reduce((sum, row) => sum + weights[row], 0);
  let below = 0;
  for (const row of order) {
    below += weights[row];
    if (below > 0 && below >= total / 2) return values[row];
  }
  return Number.NaN;
}
