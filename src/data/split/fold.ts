/** One fold: the row numbers to learn from and those to measure on. */
export interface Fold {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}
