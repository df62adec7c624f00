import { firstEqualRows } from './equalRows.ts';
import { findColumn, LEFT_OUT } from './inferKinds.ts';
import { leakageWarning } from './leakage.ts';
import type { Column, ColumnKind, Table, Warning } from './table.ts';

export interface InspectOptions {
  readonly targets?: readonly string[];
  /** Targets to predict as classes; without it, those whose kind is category or boolean. */
  readonly classTargets?: readonly string[];
  /** Columns that are not learnt from. */
  readonly ignore?: readonly string[];
}

/** A class needs rows for each of the three parts, and more than one to learn from. */
const SMALL_CLASS = 5;

/**
 * What makes a score better than it is, or learning worse: columns that give the target away, rows that occur more than once,
 * classes of hardly any rows. What lies in several parts is the split's to say (`duplicatesAcrossParts`).
 */
export function inspectTable(
  table: Table,
  kinds: Readonly<Record<string, ColumnKind>>,
  options: InspectOptions = {},
): Warning[] {
  const targets = (options.targets ?? []).map((name) => findColumn(table, name));
  const ignored = new Set(options.ignore);
  const inputs = table.columns.filter(
    (column) => !targets.includes(column) && !ignored.has(column.name) && !LEFT_OUT.has(kinds[column.name]),
  );
  const isClass = ({ name }: Column): boolean =>
    options.classTargets?.includes(name) ?? (kinds[name] === 'category' || kinds[name] === 'boolean');
  return [
    ...targets.flatMap((target) => inputs.flatMap((column) => leakageWarning(column, target))),
    ...repeatedRows([...inputs, ...targets], table.rows),
    ...targets.filter(isClass).flatMap(smallClasses),
  ];
}

function repeatedRows(columns: readonly Column[], rows: number): Warning[] {
  if (columns.length === 0) return [];
  const first = firstEqualRows(columns, rows);
  const repeated = first.reduce((count, original, row) => (original === row ? count : count + 1), 0);
  if (repeated === 0) return [];
  const text = `${repeated} of ${rows} rows repeat an earlier row in every column that is used; drop them if they are not separate observations.`;
  return [{ code: 'duplicate-rows', text }];
}

function smallClasses(target: Column): Warning[] {
  const small = [...countClasses(target)].filter(([, count]) => count < SMALL_CLASS);
  if (small.length === 0) return [];
  const named = small.slice(0, 5).map(([value, count]) => `'${value}' (${count})`);
  if (small.length > 5) named.push(`${small.length - 5} more`);
  const text = `Target '${target.name}' has classes of fewer than ${SMALL_CLASS} rows, too few to learn and to test: ${named.join(', ')}; gather more of them or join them into one class.`;
  return [{ code: 'small-class', column: target.name, text }];
}

/** How many rows each class of a target has, in order of first appearance; rows without one do not count. */
function countClasses(target: Column): Map<string, number> {
  const counts = new Map<number, number>();
  const values = target.type === 'text' ? target.codes : target.values;
  for (let row = 0; row < values.length; row++) counts.set(values[row], (counts.get(values[row]) ?? 0) + 1);
  counts.delete(target.type === 'text' ? -1 : NaN);
  const nameOf = (value: number) => (target.type === 'text' ? target.dictionary[value] : String(value));
  return new Map([...counts].map(([value, count]) => [nameOf(value), count]));
}
