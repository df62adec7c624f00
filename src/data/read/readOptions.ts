import type { Table, Warning } from '../table/table.ts';

/** What a person may say about a file; whatever is left out is found. */
export interface ReadOptions {
  /** How the file is called in messages; its ending is a hint of the format. */
  readonly name?: string;
  /** The character between cells, or `tab`. */
  readonly delimiter?: string;
  /** The decimal mark of numbers. */
  readonly decimal?: '.' | ',';
  /** A label of the Encoding standard: `utf-8`, `windows-1250`, `iso-8859-2`, ... */
  readonly encoding?: string;
  /** Whether the first row holds the names of the columns. */
  readonly header?: boolean;
  /** The type that a column must have, by name, as the table it was trained on had; what does not fit is missing. */
  readonly types?: Readonly<Record<string, 'number' | 'date' | 'text'>>;
  /** How 03/04/2024 is meant where a column does not show it. */
  readonly dateOrder?: 'dayFirst' | 'monthFirst';
  /** Words that are missing in every column, those of text included. */
  readonly missingWords?: readonly string[];
}

/** How the file was written, as found or as given. */
export interface Dialect {
  readonly format: 'delimited' | 'jsonLines' | 'json' | 'parquet';
  readonly compression: 'none' | 'gzip';
  readonly encoding: string;
  /** Of delimited files alone. */
  readonly delimiter?: string;
  readonly quote?: '"' | "'";
  readonly newline?: '\n' | '\r\n' | '\r';
  readonly decimal?: '.' | ',';
  readonly header?: boolean;
  /** How its dates are written; hand it on when a table of the same origin is read, where few rows may not show it. */
  readonly dateOrder?: 'dayFirst' | 'monthFirst';
}

export interface ReadResult {
  readonly table: Table;
  readonly warnings: readonly Warning[];
  readonly dialect: Dialect;
  /** Of the file's own bytes, as they lie (compressed where it is), in hexadecimal. */
  readonly sha256: string;
}
