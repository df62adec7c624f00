import { expect, it } from 'vitest';
import { evaluate } from '../../../../../testing/tensor/evaluate.ts';
import {
  add,
  createReferenceExecutor,
  random,
  reshape,
  slice,
  sum,
  type Tensor,
  transpose,
} from '../../../../index.ts';
import { createWasmExecutor } from '../../createWasmExecutor.ts';

const key = { values: [20, -7, 123456, 3], shape: [4], dtype: 'i32' as const };

/** Whole vectors of one counter, vectors across several, and single numbers: however a kernel comes upon them. */
const ways: Readonly<Record<string, (k: Tensor) => Tensor>> = {
  'from end to end': (k) => random('a', [6, 8], k),
  'rows of odd length, beside something of another shape': (k) =>
    add(random('a', [6, 7], k), reshape(random('b', [7], k), [1, 7])),
  'rows of even length, beside something of another shape': (k) =>
    add(random('a', [6, 8], k), reshape(random('b', [8], k), [1, 8])),
  transposed: (k) => transpose(random('a', [6, 8], k)),
  'from the middle': (k) => slice(random('a', [6, 8], k), [1, 3], [4, 5]),
  'from a multiple of four': (k) => slice(random('a', [6, 8], k), [1, 4], [4, 4]),
  'one in four': (k) =>
    sum(reshape(slice(random('a', [12, 4], k), [0, 2], [12, 1]), [12, 1]), 1, { keep: true }),
};

it.each(Object.entries(ways))('gives the same random numbers %s', (_, build) => {
  const [expected] = evaluate(createReferenceExecutor(), [key], (k) => [build(k)]);
  const [actual] = evaluate(createWasmExecutor(), [key], (k) => [build(k)]);
  expect(Array.from(actual)).toEqual(Array.from(expected, Math.fround));
});
