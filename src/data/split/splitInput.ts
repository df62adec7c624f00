import { NeumannError } from '../../errors.ts';
import { findColumn } from '../table/inferKinds.ts';
import type { Column, Table, TextColumn } from '../table/table.ts';
import { quantileBins } from './quantileBins.ts';
import type { SplitInput, SplitSettings } from './settings.ts';

export interface SplitBasis {
  /** The row numbers to divide: those that have a target. */
  readonly rows: Int32Array;
  readonly seed: number;
  /** The column to stratify by (the first target), and whether it holds classes or numbers, which are put into up to ten bins. */
  readonly target: string;
  readonly task: 'classification' | 'regression';
}

/**
 * What `split` needs to know of a table.
 * @throws NeumannError where the split's column is not there, or is no column of that kind
 */
export function splitInput(settings: SplitSettings, table: Table, basis: SplitBasis): SplitInput {
  const { rows, seed } = basis;
  switch (settings.kind) {
    case 'random':
      return { rows, seed };
    case 'stratified':
      return { rows, seed, labels: stratifyBy(findColumn(table, basis.target), basis) };
    case 'group':
      return { rows, seed, groups: codesOf(splitColumn(settings, table)) };
    case 'time':
      return { rows, seed, times: timesOf(splitColumn(settings, table)) };
    case 'column':
      return { rows, seed, parts: wordsOf(splitColumn(settings, table)) };
  }
}

/** A number for each row that is the same where the column's values are the same; -1 where they are missing. */
export function codesOf(column: Column): Int32Array {
  if (column.type === 'text') return column.codes;
  const numbers = new Map<number, number>();
  const { values } = column;
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    let code = numbers.get(value);
    if (code === undefined) numbers.set(value, (code = numbers.size));
    codes[row] = code;
  }
  return codes;
}

/** Ten, or as many as have five rows each: a bin with a row or two cannot be in every part. */
const binsFor = (rows: number): number => Math.min(10, Math.max(1, Math.floor(rows / 5)));

function stratifyBy(column: Column, { task, rows }: SplitBasis): Int32Array {
  if (task === 'regression' && column.type !== 'text')
    return quantileBins(column.values, rows, binsFor(rows.length));
  return codesOf(column);
}

function splitColumn(settings: SplitSettings, table: Table): Column {
  if (settings.column) return findColumn(table, settings.column);
  throw new NeumannError(
    'split',
    `split.kind=${settings.kind} goes by a column; say which with split.column.`,
  );
}

function timesOf(column: Column): Float64Array {
  if (column.type !== 'text') return column.values;
  const example = column.dictionary[0] ?? '';
  throw new NeumannError(
    'split-column',
    `Column '${column.name}' holds text such as '${example}', neither dates nor numbers, so rows can't be put in order of time by it; choose another split.column.`,
  );
}

function wordsOf(column: Column): Pick<TextColumn, 'codes' | 'dictionary'> {
  if (column.type === 'text') return column;
  return {
    codes: codesOf(column),
    dictionary: [...new Set(column.values)].filter((value) => !Number.isNaN(value)).map(String),
  };
}
