import type { PartMatrix } from '../../data/prepare/index.ts';
import { findColumn } from '../../data/table/index.ts';
import { letGo } from '../../data/table/paged/pagedColumn.ts';
import type { Fitted } from './fit.ts';
import type { Problem } from './problem.ts';

/** Rows of a part in the form a net takes them, with their targets by name. */
interface PreparedPart {
  readonly matrix: PartMatrix;
  /** Of targets that are classes: each row's class number. */
  readonly labels: Readonly<Record<string, Int32Array>>;
  /** Of targets that are numbers: each row's value in its own unit. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The same as a net learns them. */
  readonly scaled: Readonly<Record<string, Float32Array>>;
}

/** Rows of a table, prepared once for all that a run does with them: parts by their row numbers. */
export type PreparedRows = ReadonlyMap<Int32Array, PreparedPart>;

/** @param parts row numbers; no row is in two of them */
export function prepareRows(fitted: Fitted, problem: Problem, parts: readonly Int32Array[]): PreparedRows {
  letGo(problem.table);
  const matrices = fitted.preparation.applyParts(problem.table, parts);
  const prepared = parts.map((rows, index) => {
    return [rows, { matrix: matrices[index], ...targetsOf(fitted, problem, rows) }] as const;
  });
  letGo(problem.table);
  return new Map(prepared);
}

function targetsOf({ targets }: Fitted, { table }: Problem, rows: Int32Array): Omit<PreparedPart, 'matrix'> {
  const labels: Record<string, Int32Array> = {};
  const values: Record<string, Float64Array> = {};
  const scaled: Record<string, Float32Array> = {};
  for (const target of targets) {
    const { name } = target;
    const column = findColumn(table, name);
    if (target.kind === 'classes') labels[name] = target.encode(column, rows);
    else {
      values[name] = target.read(column, rows);
      scaled[name] = target.encode(values[name], new Float32Array(rows.length));
    }
  }
  return { labels, values, scaled };
}
