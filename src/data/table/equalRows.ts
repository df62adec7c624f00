import { piecesOf } from './paged/pagedColumn.ts';
import type { Column } from './table.ts';

/**
 * For each row the first row that is equal to it in all of `columns`, itself where there is none before. Missing equals missing;
 * numbers are equal when their float64 values are. Goes through each column once to hash its rows, and once more to compare the rows
 * whose hashes agree, never from row to row: the columns may be on disk.
 */
export function firstEqualRows(columns: readonly Column[], rows: number): Int32Array {
  const { hashes, others } = hashRows(columns, rows);
  const first = firstRows(hashes, (a, b) => others[a] === others[b]);
  const repeats = first.some((original, row) => original !== row);
  if (!repeats || columns.every((column) => isSameInFirst(column, first))) return first;
  // Different rows with both hashes in common: hardly ever.
  return firstRows(hashes, (a, b) => sameRow(columns, a, b));
}

/** The first row with the same hash that is `same`, for each row. */
function firstRows(hashes: Int32Array, same: (a: number, b: number) => boolean): Int32Array {
  const rows = hashes.length;
  let size = 2;
  while (size < rows * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const first = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let slot = hashes[row] & (size - 1);
    while (slots[slot] >= 0 && !(hashes[slots[slot]] === hashes[row] && same(slots[slot], row)))
      slot = (slot + 1) & (size - 1);
    if (slots[slot] < 0) slots[slot] = row;
    first[row] = slots[slot];
  }
  return first;
}

/** Two hashes of each row, of 32 bits each. */
function hashRows(columns: readonly Column[], rows: number): { hashes: Int32Array; others: Int32Array } {
  const hashes = new Int32Array(rows);
  const others = new Int32Array(rows);
  for (const column of columns) {
    for (const { piece, start } of piecesOf(column)) {
      if (piece.type === 'text') addCodes(piece.codes, start);
      else addNumbers(piece.values, start);
    }
  }
  return { hashes, others };

  function addCodes(codes: Int32Array, start: number): void {
    for (let i = 0; i < codes.length; i++) {
      hashes[start + i] = mix(hashes[start + i], codes[i]);
      others[start + i] = mixOther(others[start + i], codes[i]);
    }
  }

  function addNumbers(values: Float64Array, start: number): void {
    for (let i = 0; i < values.length; i++) {
      // -0 equals 0, and every NaN is the one missing value.
      number[0] = Number.isNaN(values[i]) ? NaN : values[i] + 0;
      hashes[start + i] = mix(mix(hashes[start + i], halves[0]), halves[1]);
      others[start + i] = mixOther(mixOther(others[start + i], halves[1]), halves[0]);
    }
  }
}

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function mixOther(hash: number, value: number): number {
  const mixed = Math.imul(hash + value, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Whether the column has in every row what it has in the row found to be the first of its kind. */
function isSameInFirst(column: Column, first: Int32Array): boolean {
  const values = column.type === 'text' ? column.codes : column.values;
  return first.every((original, row) => original === row || isSame(values[original], values[row]));
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  return columns.every((column) => {
    const values = column.type === 'text' ? column.codes : column.values;
    return isSame(values[a], values[b]);
  });
}

const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
