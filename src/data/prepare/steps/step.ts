import type { Column } from '../../table/table.ts';
import type { Remarks } from './remarks.ts';

/** One column of the feature matrix. */
export interface Feature {
  /** Readable and unique: `age`, `age is missing`, `city = Pécs`, `joined: month (sine)`. */
  readonly name: string;
  /** The table's column that it is made of. */
  readonly column: string;
  /** What was done, with the fitted numbers. */
  readonly note: string;
}

/** A column whose categories become codes, for a layer that learns a vector for each. */
export interface Embedding {
  /** The table's column. */
  readonly name: string;
  /** Codes go from 0 to size - 1. */
  readonly size: number;
  /** A good length of the vectors for so many categories. */
  readonly dimension: number;
  /** What each code stands for. */
  readonly categories: readonly string[];
  /** The code of categories that training never saw. It may be one that no training row has. */
  readonly unknown: number;
}

/** Where the encoder of a column writes: row i of the features begins at i * width, its own part at `at`. */
export interface Sink {
  readonly features: Float32Array;
  readonly width: number;
  readonly at: number;
  readonly codes: Int32Array;
  readonly codeWidth: number;
  readonly codeAt: number;
  readonly remarks: Remarks;
  /** The table's row that the encoder's row 0 is, for messages. */
  readonly firstRow: number;
}

/** A fitted step at work: turns the values of one column into features, or into codes. */
export interface Encoder {
  readonly column: string;
  /** What the column is best read as, so that a prediction table means the same. */
  readonly type: 'number' | 'date' | 'text';
  readonly features: readonly Feature[];
  readonly embedding: Embedding | null;
  /** In a sentence what becomes of the column, with the fitted numbers. */
  readonly description: string;
  /** @throws NeumannError for an unknown category where those are refused */
  encode(column: Column, rows: Int32Array, sink: Sink): void;
  /** The same of one raw value: a number, word, boolean, date, or null. Written as row 0. */
  encodeValue(value: unknown, sink: Sink): void;
}

/** Why a column is not used. */
export interface LeftOut {
  readonly column: string;
  readonly reason: string;
}
