/** Prepared rows of one part of the table (train, validation, test), ready to be gathered into batches. */
export interface Part {
  readonly rows: number;
  /** Row-major [rows, width]. */
  readonly features: Float32Array;
  readonly width: number;
  /** Row-major [rows, codesWidth]: categories that get a learned vector. */
  readonly codes: Int32Array;
  readonly codesWidth: number;
  /** By output: class numbers [rows], or numbers [rows, width]. */
  readonly targets: Readonly<Record<string, Int32Array | Float32Array>>;
  /** By output that predicts classes: the class number of each row, whatever form the loss wants it in. */
  readonly labels: Readonly<Record<string, Int32Array>>;
  /** By output that predicts a number: the row's value in the target's own unit. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** For each loss, the weight of each row; undefined where every row counts 1. */
  readonly weights: readonly (Float64Array | undefined)[];
}
