import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable } from '../../../src/data/read/index.ts';
import type { Column, Table } from '../../../src/data/table/index.ts';
import { train, type Model } from '../../../src/train/index.ts';
import type { RawRow } from './rows.ts';

const quick = ['stopping.folds=0', 'stopping.epochs=3', 'model.hidden=12', 'model.linearPath=zeros'];

/** Enough to learn from, few enough to wait for. */
const MOST_ROWS = 500;

export interface Example {
  readonly model: Model;
  readonly rows: readonly RawRow[];
}

/** A short training on one of the tables in examples/, and the table's rows as a person has them. */
export async function example(
  file: string,
  target: string | string[],
  set: readonly string[] = [],
): Promise<Example> {
  const path = fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url));
  const { table } = await readTable((await openAsBlob(path)).stream());
  const rows = rowsOf(table).slice(0, MOST_ROWS);
  const { model } = await train({ data: rows, target, set: [...quick, ...set] });
  return { model, rows };
}

function rowsOf(table: Table): RawRow[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, valueAt(column, row)])),
  );
}

function valueAt(column: Column, row: number): unknown {
  if (column.type === 'text') return column.codes[row] < 0 ? null : column.dictionary[column.codes[row]];
  const value = column.values[row];
  if (Number.isNaN(value)) return null;
  return column.type === 'date' ? new Date(value) : value;
}
