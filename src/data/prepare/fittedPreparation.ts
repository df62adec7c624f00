import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import type { Table, Warning } from '../table/table.ts';
import { encodeEach } from './encodeEach.ts';
import { encodeParts } from './encodeParts.ts';
import type { PartMatrix } from './partMatrix.ts';
import { LIMIT, remarks } from './steps/remarks.ts';
import type { Embedding, Encoder, Feature, LeftOut, Sink } from './steps/step.ts';
import { columnStep, encoderOf } from './steps/steps.ts';

/** Rows ready for a net. */
export interface Prepared {
  readonly rows: number;
  /** Features of a row. */
  readonly width: number;
  /** Row-major [rows, width]. */
  readonly features: Float32Array;
  /** Row-major [rows, embeddings]. */
  readonly codes: Int32Array;
  readonly warnings: readonly Warning[];
}

/** The fitted preparation as plain JSON: what a model file holds, and what an export turns into code. */
export const preparationJson = z
  .strictObject({
    preparation: z.literal(1),
    /** Scaled numbers are cut to ± this. */
    limit: z.literal(LIMIT),
    /** One for each column that is used. Features, and codes, stand in this order. */
    steps: z.array(columnStep).min(1),
    leftOut: z.array(z.strictObject({ column: z.string(), reason: z.string() })),
  })
  .refine(
    ({ steps }) => new Set(steps.map(({ column }) => column)).size === steps.length,
    'each column has one step',
  );
export type PreparationJson = z.output<typeof preparationJson>;

/** How columns become numbers, fitted on training rows: a value that is never fitted again. */
export interface FittedPreparation {
  /** Features of a row. */
  readonly width: number;
  readonly features: readonly Feature[];
  readonly embeddings: readonly Embedding[];
  /** The columns it takes, and what each is best read as. */
  readonly inputs: readonly { readonly column: string; readonly type: 'number' | 'date' | 'text' }[];
  /** Columns that are not used, and why. */
  readonly leftOut: readonly LeftOut[];
  /**
   * Rows of a table as features and codes. Its columns may come in any order, with others among them, and hold numbers as text.
   * @throws NeumannError that names all columns that are not there, or an unknown category where those are refused
   */
  apply(table: Table, rows?: Int32Array): Prepared;
  /**
   * Parts of a table that share no row, for training: as `apply` gives them, without its warnings. They are windows on one matrix, made in
   * one pass over the table.
   */
  applyParts(table: Table, parts: readonly Int32Array[]): PartMatrix[];
  /**
   * The same block by block, so that a large table needs no matrix: `use` sees each before the next one is written over it. Rows that don't
   * ascend come as one block.
   */
  applyEach(table: Table, rows: Int32Array, use: (block: PartMatrix) => void): readonly Warning[];
  /** The same of one raw row: `{ age: 31, city: 'Pécs' }`, null where a value is missing. */
  applyRow(row: Readonly<Record<string, unknown>>): Prepared;
  /** What became of each column, in a sentence with the fitted numbers; those left out too. */
  describe(): { readonly column: string; readonly text: string }[];
  toJSON(): PreparationJson;
}

/** The preparation that `json` says. */
export function preparationOf(json: PreparationJson): FittedPreparation {
  const encoders = json.steps.map(encoderOf);
  const features = encoders.flatMap((encoder) => encoder.features);
  const embeddings = encoders.flatMap(({ embedding }) => embedding ?? []);
  const width = features.length;

  return {
    width,
    features,
    embeddings,
    inputs: encoders.map(({ column, type }) => ({ column, type })),
    leftOut: json.leftOut,
    toJSON: () => json,
    describe: () => [
      ...encoders.map(({ column, description }) => ({ column, text: description })),
      ...json.leftOut.map(({ column, reason }) => ({ column, text: `Left out: ${reason}.` })),
    ],
    apply(table, rows = Int32Array.from({ length: table.rows }, (_, row) => row)) {
      const columns = columnsOf(table);
      return prepare(rows.length, (encoder, sink) =>
        encoder.encode(columns.get(encoder.column)!, rows, sink),
      );
    },
    applyParts(table, parts) {
      columnsOf(table);
      return encodeParts(encoders, table, parts);
    },
    applyEach(table, rows, use) {
      if (rows.length === 0 || !rows.every((row, at) => at === 0 || row > rows[at - 1])) {
        const prepared = this.apply(table, rows);
        use(prepared);
        return prepared.warnings;
      }
      columnsOf(table);
      const noted = remarks();
      encodeEach(encoders, table, rows, noted, use);
      return noted.warnings();
    },
    applyRow(row) {
      refuseMissing(
        encoders.filter(({ column }) => !Object.hasOwn(row, column)),
        'row',
      );
      return prepare(1, (encoder, sink) => encoder.encodeValue(row[encoder.column], sink));
    },
  };

  function columnsOf(table: Table) {
    const columns = new Map(table.columns.map((column) => [column.name, column]));
    refuseMissing(
      encoders.filter(({ column }) => !columns.has(column)),
      'table',
    );
    return columns;
  }

  /** Lets each encoder write its own columns of the matrix. */
  function prepare(rows: number, encode: (encoder: Encoder, sink: Sink) => void): Prepared {
    const noted = remarks();
    const matrix = new Float32Array(rows * width);
    const codes = new Int32Array(rows * embeddings.length);
    let at = 0;
    let codeAt = 0;
    for (const encoder of encoders) {
      encode(encoder, {
        features: matrix,
        width,
        at,
        codes,
        codeWidth: embeddings.length,
        codeAt,
        remarks: noted,
        firstRow: 0,
      });
      at += encoder.features.length;
      codeAt += encoder.embedding ? 1 : 0;
    }
    return { rows, width, features: matrix, codes, warnings: noted.warnings() };
  }
}

function refuseMissing(missing: readonly Encoder[], where: 'table' | 'row'): void {
  if (missing.length === 0) return;
  const names = missing.map(({ column }) => `'${column}'`).join(', ');
  const columns = missing.length === 1 ? `column ${names}` : `columns ${names}`;
  const empty = where === 'table' ? 'leave cells empty' : 'give null';
  throw new NeumannError(
    'missing-column',
    `The ${where} lacks the ${columns}, which the model learnt from; add ${missing.length === 1 ? 'it' : 'them'}, and ${empty} where a value is not known.`,
  );
}

/**
 * A preparation from what `toJSON` gave.
 * @throws NeumannError where it is not that
 */
export function restorePreparation(json: unknown): FittedPreparation {
  const parsed = preparationJson.safeParse(json);
  if (parsed.success) return preparationOf(parsed.data);
  throw new NeumannError(
    'altered-model',
    `The model's preparation is not as it was written: ${z.prettifyError(parsed.error)}`,
  );
}
