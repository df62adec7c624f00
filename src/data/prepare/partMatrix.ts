/** Rows of a part as features and codes: a window on the matrix of all parts. */
export interface PartMatrix {
  readonly rows: number;
  readonly width: number;
  /** Row-major [rows, width]. */
  readonly features: Float32Array;
  /** Row-major [rows, embeddings]. */
  readonly codes: Int32Array;
}
