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
  const rows = [...a.values.keys()].filter((row) => !Number.isNaN(a.values[row] + b.values[row]));
  if (rows.length < FEWEST_ROWS) return 0;
  const mean = (column: NumberColumn): number =>
    rows.reduce((sum, row) => sum + column.values[row] / rows.length, 0);
  const [meanA, meanB] = [mean(a), mean(b)];
  // Scaled by the largest deviation, so that no square overflows.
  const largest = (column: NumberColumn, centre: number): number =>
    rows.reduce((most, row) => Math.max(most, Math.abs(column.values[row] - centre)), 0);
  const [scaleA, scaleB] = [largest(a, meanA), largest(b, meanB)];
  if (!(scaleA > 0) || !(scaleB > 0)) return 0;
  let [ab, aa, bb] = [0, 0, 0];
  for (const row of rows) {
    const x = (a.values[row] - meanA) / scaleA;
    const y = (b.values[row] - meanB) / scaleB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

function mapsOneToOne(column: Column, target: Column): boolean {
  const rows = presentRows(column, target);
  if (rows.length < FEWEST_ROWS) return false;
  const counts = (columns: readonly Column[]): number[] => groupSizes(columns, rows);
  const values = counts([column]).length;
  // A value per row names the row, it does not tell the target.
  if (values < 2 || values * 2 > rows.length || values !== counts([target]).length) return false;
  const pairs = counts([column, target]).sort((a, b) => b - a);
  const matched = pairs.slice(0, values).reduce((sum, count) => sum + count, 0);
  return matched > 0.999 * rows.length;
}

function presentRows(a: Column, b: Column): number[] {
  const has = (column: Column, row: number): boolean =>
    column.type === 'text' ? column.codes[row] >= 0 : !Number.isNaN(column.values[row]);
  return Array.from({ length: rowsOf(a) }, (_, row) => row).filter((row) => has(a, row) && has(b, row));
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
function groupSizes(columns: readonly Column[], rows: readonly number[]): number[] {
  const taken = columns.map((column) => takeRows(column, rows));
  const sizes = new Map<number, number>();
  for (const first of firstEqualRows(taken, rows.length)) sizes.set(first, (sizes.get(first) ?? 0) + 1);
  return [...sizes.values()];
}

function takeRows(column: Column, rows: readonly number[]): Column {
  if (column.type === 'text') return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]) };
  return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
}
