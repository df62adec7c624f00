import type { FittedPreparation, PartMatrix } from '../../data/prepare/index.ts';
import { letGo } from '../../data/table/paged/pagedColumn.ts';
import type { Problem } from './problem.ts';

/** Rows of a table in the form a net takes them, prepared once for all that a run does with them: parts by their row numbers. */
export type PreparedRows = ReadonlyMap<Int32Array, PartMatrix>;

/** @param parts row numbers; no row is in two of them */
export function prepareRows(
  preparation: FittedPreparation,
  { table }: Problem,
  parts: readonly Int32Array[],
): PreparedRows {
  letGo(table);
  const matrices = preparation.applyParts(table, parts);
  return new Map(parts.map((rows, index) => [rows, matrices[index]]));
}
