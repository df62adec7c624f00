import type { Column, Warning } from '../../table/table.ts';

/** The rows that have every target, ascending, and a warning that counts the others. */
export function rowsWithTarget(
  targets: readonly Column[],
  rows: number,
): { rows: Int32Array; warnings: Warning[] } {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const kept = all.filter((row) => targets.every((column) => !isMissing(column, row)));
  const without = rows - kept.length;
  if (without === 0) return { rows: kept, warnings: [] };
  const text =
    without === 1
      ? 'One row has no target and is left out.'
      : `${without} rows have no target and are left out.`;
  return { rows: kept, warnings: [{ code: 'rows-without-target', text }] };
}

function isMissing(column: Column, row: number): boolean {
  return column.type === 'text' ? column.codes[row] < 0 : Number.isNaN(column.values[row]);
}
