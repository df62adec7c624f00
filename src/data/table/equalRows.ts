import type { Column } from './table.ts';

const bits = new DataView(new ArrayBuffer(8));

/**
 * For each row the first row that is equal to it in all of `columns`, itself where there is none before. Missing equals missing;
 * numbers are equal when their float64 values are.
 */
export function firstEqualRows(columns: readonly Column[], rows: number): Int32Array {
  const hashes = hashRows(columns, rows);
  let size = 2;
  while (size < rows * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const first = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let slot = hashes[row] & (size - 1);
    while (slots[slot] >= 0 && !(hashes[slots[slot]] === hashes[row] && sameRow(columns, slots[slot], row)))
      slot = (slot + 1) & (size - 1);
    if (slots[slot] < 0) slots[slot] = row;
    first[row] = slots[slot];
  }
  return first;
}

function hashRows(columns: readonly Column[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const column of columns) {
    if (column.type === 'text')
      for (let row = 0; row < rows; row++) hashes[row] = mix(hashes[row], column.codes[row]);
    else for (let row = 0; row < rows; row++) hashes[row] = mixNumber(hashes[row], column.values[row]);
  }
  return hashes;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function mixNumber(hash: number, value: number): number {
  // -0 equals 0, and every NaN is the one missing value.
  bits.setFloat64(0, Number.isNaN(value) ? NaN : value + 0);
  return mix(mix(hash, bits.getInt32(0)), bits.getInt32(4));
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  return columns.every((column) => {
    if (column.type === 'text') return column.codes[a] === column.codes[b];
    const [x, y] = [column.values[a], column.values[b]];
    return x === y || (Number.isNaN(x) && Number.isNaN(y));
  });
}
