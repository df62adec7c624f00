import type { RegressionInput } from '../define.ts';

/** One output's truth and prediction. */
export interface OutputColumn {
  readonly rows: number;
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
  readonly weights?: Float64Array;
}

function outputColumns({ truth, prediction, outputs = 1, weights }: RegressionInput): OutputColumn[] {
  const rows = truth.length / outputs;
  if (outputs === 1) return [{ rows, truth, prediction, weights }];
  const column = (values: Float64Array, output: number) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * outputs + output]);
  return Array.from({ length: outputs }, (_, output) => ({
    rows,
    truth: column(truth, output),
    prediction: column(prediction, output),
    weights,
  }));
}

/** The plain mean over outputs of a measure of one output (scikit-learn's `uniform_average`). */
export function perOutput(input: RegressionInput, measure: (column: OutputColumn) => number): number {
  const columns = outputColumns(input);
  return columns.reduce((sum, column) => sum + measure(column), 0) / columns.length;
}
