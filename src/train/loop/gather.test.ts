import { expect, it } from 'vitest';
import { permutation } from '../../numeric/index.ts';
import { gather } from './gather.ts';

it.each([
  ['few numbers', 50, 5, 37],
  ['one number', 50, 1, 37],
  ['rows that are wide', 50, 200, 37],
  ['rows of a table too large to lie near', 40_000, 17, 77],
  ['wide rows of a large table', 3000, 200, 37],
  ['narrow rows of a large table', 300_000, 3, 37],
  ['rows of a large table, as many as are touched together', 40_000, 17, 64],
])('copies rows in their order: %s', (_, rows, width, count) => {
  const table = Float32Array.from({ length: rows * width }, (_value, at) => at);
  const order = permutation(1, 'rows', 0, rows);
  const to = new Float32Array(count * width);
  gather(to, table, width, order, 3, 3 + count);
  const expected = Array.from(order.subarray(3, 3 + count)).flatMap((row) =>
    Array.from({ length: width }, (_value, column) => row * width + column),
  );
  expect(Array.from(to)).toEqual(expected);
});

it('copies rows that stand side by side', () => {
  const table = Float32Array.from({ length: 40 }, (_, at) => at);
  const to = new Float32Array(8);
  gather(to, table, 4, undefined, 3, 5);
  expect(Array.from(to)).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  gather(to, table, 4, Int32Array.of(9, 5, 6, 1), 1, 3);
  expect(Array.from(to)).toEqual([20, 21, 22, 23, 24, 25, 26, 27]);
});
