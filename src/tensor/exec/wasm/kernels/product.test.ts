import { expect, it } from 'vitest';
import { evaluate } from '../../../../testing/tensor/evaluate.ts';
import { add, matmul, reshape, slice, tanh, transpose } from '../../../index.ts';
import type { SampleInput } from '../../../ops/define.ts';
import { createWasmExecutor } from '../createWasmExecutor.ts';

/** Numbers with full mantissas, so that another order of sums would show. */
function numbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) =>
    Math.fround(Math.sin(12.9898 * (i + 1) + 78.233 * seed)),
  );
}

/** The definition: one multiplication and one addition at a time, each rounded to float32, in ascending k. */
function inOrder(a: Float32Array, b: Float32Array, m: number, n: number, k: number): Float32Array {
  const result = new Float32Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      for (let p = 0; p < k; p++)
        result[i * n + j] = Math.fround(result[i * n + j] + Math.fround(a[i * k + p] * b[p * n + j]));
  return result;
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  return values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]);
}

function input(values: Float32Array, shape: readonly number[]): SampleInput {
  return { values: Array.from(values), shape, dtype: 'f32' };
}

/** All four forms of one product, in one program. */
function everyForm(m: number, n: number, k: number): void {
  const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
  const factors = [
    input(a, [m, k]),
    input(transposed(a, m, k), [k, m]),
    input(b, [k, n]),
    input(transposed(b, k, n), [n, k]),
  ];
  const results = evaluate(createWasmExecutor(), factors, (x, tall, y, wide) => [
    matmul(x, y),
    matmul(tall, y, { transposeA: true }),
    matmul(x, wide, { transposeB: true }),
    matmul(tall, wide, { transposeA: true, transposeB: true }),
  ]);
  const expected = inOrder(a, b, m, n, k);
  results.forEach((result, form) => expect(result, `form ${form} of ${m}x${n}x${k}`).toEqual(expected));
}

it('sums in ascending k, to the bit, for all small sizes', () => {
  for (const m of [1, 2, 3, 4, 5, 7, 8, 13])
    for (const n of [1, 2, 3, 4, 5, 9, 15]) for (const k of [1, 2, 3, 4, 7, 9]) everyForm(m, n, k);
});

it.each([
  [40, 50, 300],
  [128, 70, 130],
  [100, 33, 257],
  [1, 137, 200],
  [2, 97, 200],
  [3, 65, 200],
  [200, 1, 150],
  [200, 2, 150],
  [200, 3, 150],
  [37, 10, 1000],
  [13, 40, 3000],
])('sums in ascending k, to the bit, packed or not: %i x %i x %i', everyForm);

it('multiplies batches, windows and transposed views where they lie', () => {
  const [a, b] = [numbers(3 * 5 * 8, 3), numbers(3 * 8 * 6, 4)];
  const factors = [input(a, [8, 3, 5]), input(b, [3, 8, 6])];
  const [result] = evaluate(createWasmExecutor(), factors, (x, y) => [
    matmul(slice(transpose(x, [1, 2, 0]), [0, 1, 0], [3, 4, 8]), y),
  ]);
  const rows = (matrix: number): Float32Array =>
    Float32Array.from({ length: 4 * 8 }, (_, at) => a[(at % 8) * 15 + matrix * 5 + 1 + Math.floor(at / 8)]);
  for (const matrix of [0, 1, 2]) {
    const expected = inOrder(rows(matrix), b.subarray(matrix * 48, (matrix + 1) * 48), 4, 6, 8);
    expect(result.subarray(matrix * 24, (matrix + 1) * 24)).toEqual(expected);
  }
});

it('gives an epilogue the same bits whether it is written out or looped over', () => {
  const [a, b, c] = [numbers(19 * 23, 5), numbers(23 * 11, 6), numbers(11, 7)];
  const factors = [input(a, [19, 23]), input(b, [23, 11]), input(c, [11])];
  const [product, summed, bent] = evaluate(createWasmExecutor(), factors, (x, y, z) => {
    const sum = add(matmul(x, y), reshape(z, [1, 11]));
    return [matmul(x, y), sum, tanh(add(sum, 0))];
  });
  const expected = product.map((value, at) => Math.fround(value + c[at % 11]));
  expect(summed).toEqual(expected);
  const [alone] = evaluate(createWasmExecutor(), [input(expected as Float32Array, [19, 11])], (x) => [
    tanh(x),
  ]);
  expect(bent).toEqual(alone);
});
