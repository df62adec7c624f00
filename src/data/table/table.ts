/** A table as read: columns in their own type. Missing is NaN in numbers and dates, code -1 in words. */
export type Column = NumberColumn | DateColumn | TextColumn;

export interface NumberColumn {
  readonly name: string;
  readonly type: 'number';
  readonly values: Float64Array;
}
export interface DateColumn {
  readonly name: string;
  readonly type: 'date';
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly values: Float64Array;
}
export interface TextColumn {
  readonly name: string;
  readonly type: 'text';
  /** Index into `dictionary`, in order of first appearance; -1 is missing. Booleans and over-long integers are text too. */
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** What a column means for training; found by `inferKinds`, overridden by `--type COLUMN=KIND`. */
export type ColumnKind = 'number' | 'category' | 'boolean' | 'date' | 'text' | 'identifier' | 'constant';

/** Something a person should know. `code` is stable, `text` one sentence: what, where, what to do. */
export interface Warning {
  readonly code: string;
  readonly text: string;
  readonly column?: string;
}
