import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../../testing/tensor/evaluate.ts';
import {
  absolute,
  add,
  concatenate,
  createReferenceExecutor,
  divide,
  erf,
  exp,
  gradients,
  logSumExp,
  matmul,
  max,
  mean,
  multiply,
  negate,
  relu,
  reshape,
  slice,
  softmax,
  squareRoot,
  subtract,
  sum,
  tanh,
  type Tensor,
  transpose,
  variance,
} from '../../index.ts';
import type { SampleInput } from '../../ops/define.ts';
import { createWasmExecutor } from './createWasmExecutor.ts';

/** Sizes on both sides of every boundary: lanes, vectors side by side, tiles, packing. */
const sizes = [1, 2, 3, 4, 5, 7, 15, 16, 17, 33, 64, 70, 130];

/** From a [n, c] and b [n, c] another such tensor, without leaving the neighbourhood of 1. */
const growths: readonly ((a: Tensor, b: Tensor, w: Tensor) => Tensor)[] = [
  (a) => softmax(a),
  (a) => softmax(a, 0),
  (a) => subtract(a, mean(a, 1, { keep: true })),
  (a) => divide(a, squareRoot(add(variance(a, 0, { keep: true }), 0.1))),
  (a, b) => tanh(add(a, b)),
  (a, b) => relu(multiply(a, b)),
  (a) => exp(negate(absolute(a))),
  (a, b) => multiply(a, tanh(sum(b, 0, { keep: true }))),
  (a, b) => transpose(add(transpose(a), transpose(b))),
  (a) => erf(reshape(transpose(reshape(a, [a.shape[1], a.shape[0]])), a.shape)),
  (a, _, w) => tanh(matmul(matmul(a, w), w, { transposeB: true })),
  (a, b) => concatenate([half(a, 0), half(b, 1)], 1),
];

const ends: readonly ((a: Tensor, b: Tensor, w: Tensor) => Tensor)[] = [
  (a) => mean(a, 0),
  (a) => mean(a, 1),
  (a) => max(a, 0),
  (a) => logSumExp(a, 1),
  (a, b) => mean(multiply(a, b)),
  (a, _, w) => tanh(matmul(a, w)),
  (a, b) => tanh(matmul(a, b, { transposeA: true })),
];

function half(x: Tensor, which: 0 | 1): Tensor {
  const [rows, columns] = x.shape;
  const middle = Math.ceil(columns / 2);
  return which === 0 ? slice(x, [0, 0], [rows, middle]) : slice(x, [0, middle], [rows, columns - middle]);
}

type Choice = readonly [number, number, number];

/** Every choice makes a tensor of two earlier ones and a result of it; then come the gradients of all results together. */
function program(choices: readonly Choice[], [x, w]: readonly Tensor[]): readonly Tensor[] {
  const known = [x, add(x, 0.25)];
  const results: Tensor[] = [];
  for (const [first, second, what] of choices) {
    const [a, b] = [known[first % known.length], known[second % known.length]];
    known.push(growths[what % growths.length](a, b, w));
    results.push(ends[what % ends.length](known[known.length - 1], a, w));
  }
  const loss = results.map((result) => mean(tanh(result))).reduce(add);
  return [...known.slice(2), ...results, ...gradients(loss, [x, w])];
}

function input(shape: readonly [number, number], seed: number): SampleInput {
  const values = Array.from({ length: shape[0] * shape[1] }, (_, i) => Math.fround(Math.sin(1.7 * i + seed)));
  return { values, shape, dtype: 'f32' };
}

it('computes what the reference executor computes, whatever meets in a plan and however large', () => {
  const size = fc.constantFrom(...sizes);
  const choice = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(999));
  const choices = fc.array(choice, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(size, size, size, choices, (n, c, k, list) => {
      const inputs = [input([n, c], 1), input([c, k], 2)];
      const build = (...leaves: Tensor[]): readonly Tensor[] => program(list, leaves);
      const expected = evaluate(createReferenceExecutor(), inputs, build);
      evaluate(createWasmExecutor({ reservedBytes: 2 ** 22 }), inputs, build).forEach((actual, at) => {
        const largest = Math.max(0.01, ...Array.from(expected[at], Math.abs));
        const error = Math.max(...Array.from(actual, (x, i) => Math.abs(x - expected[at][i])));
        expect(error / largest, `tensor ${at}`).toBeLessThan(2e-3);
      });
    }),
    // One set of examples for ever: float32 may stray further on some of all possible ones.
    { numRuns: 60, seed: 20 },
  );
});
