import { expect, test } from 'vitest';
import type { Table } from '../table/table.ts';
import { duplicatesAcrossParts } from './duplicatesAcrossParts.ts';

const table: Table = {
  rows: 6,
  columns: [
    { name: 'x', type: 'number', values: Float64Array.from([0, 1, NaN, -0, NaN, 1]) },
    { name: 'word', type: 'text', codes: Int32Array.from([0, 1, -1, 0, -1, 0]), dictionary: ['a', 'b'] },
    { name: 'id', type: 'number', values: Float64Array.from([1, 2, 3, 4, 5, 6]) },
  ],
};
const split = {
  train: Int32Array.from([0, 1, 2]),
  validation: Int32Array.from([5]),
  test: Int32Array.from([3, 4]),
  warnings: [],
};

test('copies of training rows are counted, whatever else the table holds', () => {
  expect(duplicatesAcrossParts(table, ['x', 'word'], split).map(({ text }) => text)).toEqual([
    '2 of the 2 test rows are copies of training rows, so their scores look better than on new rows; remove the copies, or split by group.',
  ]);
});

test('rows that differ anywhere are no copies', () => {
  expect(duplicatesAcrossParts(table, ['x', 'word', 'id'], split)).toEqual([]);
});
