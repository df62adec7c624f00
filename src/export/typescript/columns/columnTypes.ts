/** What a file holds for one column of a row. */
export interface ColumnCode {
  readonly column: string;
  /** Type of the column's values in a row, missing ones aside. */
  readonly type: string;
  /** Statements that come before the features. */
  readonly before: readonly string[];
  /** Expressions of its features, in order; one may spread several. */
  readonly features: readonly string[];
  /** Expression of its code, where its categories have learned vectors. */
  readonly code: string | null;
}
