import { firstEqualRows } from '../table/equalRows.ts';
import type { Table, Warning } from '../table/table.ts';
import { partNames, type Split } from './settings.ts';

/**
 * Warns where rows of the validation or test part have a copy, equal in all `columns`, in the training part: what is
 * measured on them is partly memory. Says nothing where there is none.
 */
export function duplicatesAcrossParts(table: Table, columns: readonly string[], split: Split): Warning[] {
  const compared = table.columns.filter((column) => columns.includes(column.name));
  const first = firstEqualRows(compared, table.rows);
  const isKnown = new Uint8Array(table.rows);
  for (const row of split.train) isKnown[first[row]] = 1;
  const copies = (rows: Int32Array) => rows.reduce((count, row) => count + isKnown[first[row]], 0);
  const counts = partNames
    .slice(1)
    .map((part) => ({ part, count: copies(split[part]), of: split[part].length }));
  const found = counts.filter(({ count }) => count > 0);
  if (found.length === 0) return [];
  const text = found.map(({ part, count, of }) => `${count} of the ${of} ${part} rows`).join(' and ');
  return [
    {
      code: 'duplicates-across-parts',
      text: `${text} are copies of training rows, so their scores look better than on new rows; remove the copies, or split by group.`,
    },
  ];
}
