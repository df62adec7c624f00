/** Microseconds that each kind of work takes, for a table of so many rows. */
export interface Timing {
  readonly rows: number;
  /** A row, from the file's bytes to columns. */
  readonly read: number;
  /** A row, from columns to the matrix: inspected, divided, fitted, encoded. */
  readonly prepare: number;
  /** A step on 256 rows. */
  readonly step: number;
  /** A row of the training or validation part after each epoch. */
  readonly evaluate: number;
  /** Share of an epoch that its order takes. */
  readonly shuffle: number;
  /** Numbers of a prepared row. */
  readonly width: number;
}
