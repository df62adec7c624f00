import type { Column, Table, Warning } from '../table/table.ts';
import { parts, type Split } from './settings.ts';

/**
 * Warns where rows of the validation or test part have a copy, equal in all `columns`, in the training part: what is
 * measured on them is partly memory. Says nothing where there is none.
 */
export function duplicatesAcrossParts(table: Table, columns: readonly string[], split: Split): Warning[] {
  const compared = table.columns.filter((column) => columns.includes(column.name));
  const hashes = rowHashes(compared, table.rows);
  const known = new Map<number, number>();
  for (const row of split.train) known.set(hashes[row], row);
  const copies = (rows: Int32Array) =>
    rows.reduce((count, row) => {
      const twin = known.get(hashes[row]);
      return count + (twin !== undefined && sameRow(compared, row, twin) ? 1 : 0);
    }, 0);
  const counts = parts.slice(1).map((part) => ({ part, count: copies(split[part]), of: split[part].length }));
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

/** 53 bits for each row: alike for equal rows, and for others so rarely that a look at the rows decides. */
function rowHashes(columns: readonly Column[], rows: number): Float64Array {
  const low = new Uint32Array(rows).fill(0x811c9dc5);
  const high = new Uint32Array(rows).fill(0x9747b28c);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (const column of columns) {
    const values = column.type === 'text' ? column.codes : column.values;
    for (let row = 0; row < rows; row++) {
      number[0] = values[row] + 0; // one zero, not two
      if (Number.isNaN(number[0])) words[1] = 0x7ff80000;
      low[row] = mixed(low[row] ^ words[0], words[1]);
      high[row] = mixed(high[row] ^ words[1], words[0] ^ 0x5bd1e995);
    }
  }
  return Float64Array.from(low, (word, row) => (high[row] & 0x1fffff) * 4294967296 + word);
}

/** Both words stirred into one (the finalizer of MurmurHash3). */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b ^ (b >>> 15), 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  return columns.every((column) => {
    if (column.type === 'text') return column.codes[a] === column.codes[b];
    const [x, y] = [column.values[a], column.values[b]];
    return x === y || (Number.isNaN(x) && Number.isNaN(y));
  });
}
