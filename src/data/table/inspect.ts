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
  /** Row numbers of each part, once the table is split. */
  readonly parts?: { readonly train: Int32Array; readonly validation: Int32Array; readonly test: Int32Array };
}

/** A class needs rows for each of the three parts, and more than one to learn from. */
const SMALL_CLASS = 5;

/**
 * What makes a score better than it is, or learning worse: columns that give the target away, rows that occur more than once (in
 * several parts, too), classes of hardly any rows.
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
    ...duplicateWarnings([...inputs, ...targets], table.rows, options.parts),
    ...targets.filter(isClass).flatMap(smallClasses),
  ];
}

function duplicateWarnings(
  columns: readonly Column[],
  rows: number,
  parts: InspectOptions['parts'],
): Warning[] {
  if (columns.length === 0) return [];
  const first = firstEqualRows(columns, rows);
  const repeated = first.reduce((count, original, row) => (original === row ? count : count + 1), 0);
  if (repeated === 0) return [];
  const text = `${repeated} of ${rows} rows repeat an earlier row in every column that is used; drop them if they are not separate observations.`;
  const warnings: Warning[] = [{ code: 'duplicate-rows', text }];
  if (parts) warnings.push(...acrossParts(first, parts));
  return warnings;
}

function acrossParts(first: Int32Array, parts: NonNullable<InspectOptions['parts']>): Warning[] {
  const learnt = new Set(Array.from(parts.train, (row) => first[row]));
  const counts = (['validation', 'test'] as const).map((part) => {
    const copies = parts[part].reduce((count, row) => (learnt.has(first[row]) ? count + 1 : count), 0);
    return { part, copies };
  });
  const found = counts
    .filter(({ copies }) => copies > 0)
    .map(({ part, copies }) => `${copies} row(s) of the ${part} part`);
  if (found.length === 0) return [];
  const text = `${found.join(' and ')} also occur among the training rows, so that part flatters the model; split by group, or drop the copies.`;
  return [{ code: 'duplicates-across-parts', text: text[0].toUpperCase() + text.slice(1) }];
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
  const counts = new Map<string, number>();
  const add = (value: string): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
  if (target.type === 'text') for (const code of target.codes) if (code >= 0) add(target.dictionary[code]);
  if (target.type !== 'text') for (const value of target.values) if (!Number.isNaN(value)) add(String(value));
  return counts;
}
