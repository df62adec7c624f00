import { average } from './average.ts';
import { meanSquaredDeviation, meanSquaredError, meanTruth } from './columnMeans.ts';
import { defineRegressionMetric } from './defineMetric.ts';
import { perOutput, type OutputColumn } from './perOutput.ts';

/** scikit-learn's `r2_score`: 1 - residual / spread of the truth. Not defined for one row alone. */
export const r2 = defineRegressionMetric({
  name: 'r2',
  summary:
    'Share of the target’s variance that is explained: 1 perfect, 0 no better than its mean, below 0 worse.',
  better: 'higher',
  compute: (input) => perOutput(input, (column) => explainedShare(column, 0)),
});

/** scikit-learn's `explained_variance_score`: as R², but a constant offset of the prediction costs nothing. */
export const explainedVariance = defineRegressionMetric({
  name: 'explainedVariance',
  summary: 'As R², but blind to a constant offset of the predictions: below R² where they are biased.',
  better: 'higher',
  compute: (input) =>
    perOutput(input, (column) => {
      const { rows, truth, prediction, weights } = column;
      return explainedShare(
        column,
        average(rows, weights, (row) => truth[row] - prediction[row]),
      );
    }),
});

/** A constant truth has no variance to explain: 1 when it is met exactly, else 0 (scikit-learn). */
function explainedShare(column: OutputColumn, offset: number): number {
  const { rows, truth } = column;
  if (rows < 2) return Number.NaN;
  const residual = meanSquaredError(column, offset);
  const spread = meanSquaredDeviation(column, meanTruth(column));
  if (residual === 0) return 1;
  // Rounding leaves a constant column's mean a little off the constant, so its spread is not always exactly 0.
  const isConstant = spread === 0 || truth.every((value) => value === truth[0]);
  return isConstant ? 0 : 1 - residual / spread;
}
