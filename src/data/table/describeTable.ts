import { summariseColumn } from './columnSummary.ts';
import type { Column, ColumnKind, Table, TextColumn } from './table.ts';

/** One column at a glance, as plain data. What does not apply is absent. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: Column['type'];
  readonly kind: ColumnKind;
  /** Rows with a value. */
  readonly count: number;
  readonly missing: number;
  readonly distinct: number;
  /** In the column's own unit; of dates as ISO 8601. */
  readonly min?: number | string;
  readonly mean?: number | string;
  readonly median?: number | string;
  readonly max?: number | string;
  /** Sample standard deviation (n - 1); of dates in days. */
  readonly standardDeviation?: number;
  /** The most frequent words. */
  readonly top?: readonly { readonly value: string; readonly count: number }[];
}

const MOST_TOP = 5;

export function describeTable(
  table: Table,
  kinds: Readonly<Record<string, ColumnKind>>,
): ColumnDescription[] {
  return table.columns.map((column) => describeColumn(column, kinds[column.name], table.rows));
}

function describeColumn(column: Column, kind: ColumnKind, rows: number): ColumnDescription {
  const { missing, distinct, counts } = summariseColumn(column);
  const common = { name: column.name, type: column.type, kind, count: rows - missing, missing, distinct };
  if (column.type === 'text') return { ...common, top: topWords(column, counts ?? new Int32Array(0)) };
  if (common.count === 0) return common;
  const { standardDeviation, ...places } = statistics(column.values);
  if (column.type === 'number') return { ...common, ...places, standardDeviation };
  const dates = Object.entries(places).map(([name, value]) => [
    name,
    new Date(Math.round(value)).toISOString(),
  ]);
  return {
    ...common,
    ...Object.fromEntries(dates),
    standardDeviation: standardDeviation && standardDeviation / 86_400_000,
  };
}

interface Statistics {
  readonly min: number;
  readonly mean: number;
  readonly median: number;
  readonly max: number;
  readonly standardDeviation?: number;
}

function statistics(values: Float64Array): Statistics {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  const middle = n >> 1;
  const median = n % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
  // Each term is divided, not the sum: 1e308 twice is no infinity.
  const mean = sorted.reduce((sum, value) => sum + value / n, 0);
  const scale = Math.max(sorted[n - 1] - mean, mean - sorted[0]);
  const squares = scale > 0 ? sorted.reduce((sum, value) => sum + square((value - mean) / scale), 0) : 0;
  const standardDeviation = n > 1 ? scale * Math.sqrt(squares / (n - 1)) : undefined;
  return { min: sorted[0], mean, median, max: sorted[n - 1], standardDeviation };
}

const square = (x: number): number => x * x;

function topWords(column: TextColumn, counts: Int32Array): { value: string; count: number }[] {
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  return order.slice(0, MOST_TOP).map((code) => ({ value: column.dictionary[code], count: counts[code] }));
}
