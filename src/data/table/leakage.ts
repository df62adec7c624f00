import { firstEqualRows } from './equalRows.ts';
import { piecesOf, rowsOf } from './paged/pagedColumn.ts';
import type { Column, NumberColumn, Warning } from './table.ts';

/** Fewer rows than this agree by chance. */
const FEWEST_ROWS = 10;
const CORRELATION = 0.999;
/** What does not show on this many rows, spread over the table, is not looked for on all of them. */
const SCREENED_ROWS = 20_000;

/**
 * Warns of a column that all but equals the target: |Pearson correlation| above 0.999 between numbers, or as many different
 * values as the target has, each going with one of the target's in more than 99.9 % of the rows.
 */
export function leakageWarning(column: Column, target: Column): Warning[] {
  const step = Math.ceil(rowsOf(column) / SCREENED_ROWS);
  if (step > 1 && !equalsTarget(everyNth(column, step), everyNth(target, step))) return [];
  const how = equalsTarget(column, target);
  if (!how) return [];
  const text = `Column '${column.name}' all but equals the target '${target.name}' (${how}); pass --ignore ${column.name} if it is not known before the target is.`;
  return [{ code: 'leakage', column: column.name, text }];
}

function equalsTarget(column: Column, target: Column): string | undefined {
  if (column.type === 'number' && target.type === 'number') {
    const correlation = pearson(column, target);
    if (Math.abs(correlation) > CORRELATION) return `correlation ${correlation.toFixed(5)}`;
  }
  return mapsOneToOne(column, target) ? 'each of its values goes with one value of the target' : undefined;
}

/** Over the rows where both are present; 0 where one of them does not vary or there are fewer than ten rows. */
function pearson(a: NumberColumn, b: NumberColumn): number {
  const rows = presentRows(a, b);
  if (rows.length < FEWEST_ROWS) return 0;
  const [first, second] = [centred(a.values, rows), centred(b.values, rows)];
  if (!first || !second) return 0;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    ab += first[i] * second[i];
    aa += first[i] * first[i];
    bb += second[i] * second[i];
  }
  return ab / Math.sqrt(aa * bb);
}

/** Their deviations from the mean, scaled by the largest, so that no square overflows; undefined where they don't vary. */
function centred(values: Float64Array, rows: Int32Array): Float64Array | undefined {
  let mean = 0;
  for (let i = 0; i < rows.length; i++) mean += values[rows[i]] / rows.length;
  const deviations = new Float64Array(rows.length);
  let largest = 0;
  for (let i = 0; i < rows.length; i++) {
    deviations[i] = values[rows[i]] - mean;
    largest = Math.max(largest, Math.abs(deviations[i]));
  }
  if (!(largest > 0)) return undefined;
  for (let i = 0; i < rows.length; i++) deviations[i] /= largest;
  return deviations;
}

function mapsOneToOne(column: Column, target: Column): boolean {
  const rows = presentRows(column, target);
  if (rows.length < FEWEST_ROWS) return false;
  const counts = (columns: readonly Column[]): Int32Array => groupSizes(columns, rows);
  const values = counts([column]).length;
  // A value per row names the row, it does not tell the target.
  if (values < 2 || values * 2 > rows.length || values !== counts([target]).length) return false;
  const pairs = counts([column, target]).sort((a, b) => b - a);
  const matched = pairs.slice(0, values).reduce((sum, count) => sum + count, 0);
  return matched > 0.999 * rows.length;
}

function presentRows(a: Column, b: Column): Int32Array {
  const isMissing = new Uint8Array(rowsOf(a));
  markMissing(a, isMissing);
  markMissing(b, isMissing);
  const rows = new Int32Array(isMissing.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (isMissing[row] === 0) rows[count++] = row;
  return rows.subarray(0, count);
}

function markMissing(column: Column, marks: Uint8Array): void {
  if (column.type === 'text') {
    const { codes } = column;
    for (let row = 0; row < marks.length; row++) if (codes[row] < 0) marks[row] = 1;
  } else {
    const { values } = column;
    for (let row = 0; row < marks.length; row++) if (Number.isNaN(values[row])) marks[row] = 1;
  }
}

function everyNth(column: Column, step: number): Column {
  const count = Math.ceil(rowsOf(column) / step);
  const taken: Column =
    column.type === 'text'
      ? { name: column.name, type: 'text', dictionary: column.dictionary, codes: new Int32Array(count) }
      : { name: column.name, type: column.type, values: new Float64Array(count) };
  const to = valuesOf(taken);
  let at = 0;
  for (const { piece, start } of piecesOf(column)) {
    const from = valuesOf(piece);
    for (; at * step < start + from.length && at < count; at++) to[at] = from[at * step - start];
  }
  return taken;
}

function valuesOf(column: Column): Float64Array | Int32Array {
  return column.type === 'text' ? column.codes : column.values;
}

/** How many of `rows` share each combination of values. */
function groupSizes(columns: readonly Column[], rows: Int32Array): Int32Array {
  const taken = columns.map((column) => takeRows(column, rows));
  const first = firstEqualRows(taken, rows.length);
  const sizes = new Int32Array(rows.length);
  for (let i = 0; i < first.length; i++) sizes[first[i]]++;
  return sizes.filter((size) => size > 0);
}

function takeRows(column: Column, rows: Int32Array): Column {
  if (column.type === 'text') return { ...column, codes: rows.map((row) => column.codes[row]) };
  const { name, type, values } = column;
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
  return { name, type, values: taken };
}
