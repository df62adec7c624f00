import {
  add,
  argmax,
  broadcast,
  cast,
  concatenate,
  divide,
  type Executor,
  exp,
  gather,
  matmul,
  max,
  mean,
  multiply,
  pad,
  relu,
  reshape,
  scatterAdd,
  select,
  sigmoid,
  slice,
  softmax,
  sum,
  tanh,
  type Tensor,
  transpose,
  lessEqual,
} from '../../tensor/index.ts';
import { indices, sampleInput, scattered } from '../../tensor/ops/samples.ts';
import type { Check } from './check.ts';
import { closely, exactly, type Tolerance } from './compare.ts';
import { allSameAsReference } from './valueChecks.ts';

const sums: Tolerance = { relative: 2e-6, ofLargest: 1e-6 };

/** Every length around the width of vectors, products around the size of tiles, axes of size 1 and 0. */
export function* shapeChecks(executor: Executor): Generator<Check> {
  for (let length = 1; length <= 17; length++) yield* lengthChecks(executor, length);
  for (const [m, k, n] of productSizes) yield productCheck(executor, m, k, n);
  yield* longReductionChecks(executor);
  yield* emptyChecks(executor);
}

function* lengthChecks(executor: Executor, n: number): Generator<Check> {
  const inputs = [scattered([n]), scattered([3, n], 1), scattered([n, 3], 2), scattered([], 3)];
  const check = (name: string, tolerance: Tolerance, build: (...x: Tensor[]) => Tensor[]): Check =>
    allSameAsReference(executor, `length ${n}: ${name}`, inputs, build, tolerance);
  yield check('elementwise', exactly, (x, a, b, s) => [
    multiply(add(x, 0.5), x),
    relu(a),
    add(b, s),
    select(lessEqual(x, s), x, multiply(x, s)),
    cast(cast(x, 'i32'), 'f32'),
  ]);
  yield check('chains of functions', closely, (x, a, b, s) => [sigmoid(x), tanh(a), exp(multiply(b, s))]);
  yield check('moves', exactly, (x, a, b) => [
    transpose(a),
    broadcast(reshape(x, [1, n]), [4, n]),
    broadcast(reshape(x, [n, 1]), [n, 5]),
    slice(a, [1, n >> 1], [2, n - (n >> 1)]),
    pad(b, [1, 0], [0, 2], 0.25),
    concatenate([a, a], 1),
    concatenate([transpose(b), a], 0),
    concatenate([x, slice(x, [0], [1])], 0),
    cast(transpose(cast(a, 'u8')), 'f32'),
  ]);
  yield check('choices', exactly, (x, a, b) => [max(x), max(a, 1), max(b, 0), argmax(a, 1), argmax(b, 0)]);
  yield check('sums', sums, (x, a, b) => [
    sum(x),
    sum(a, 1),
    sum(b, 0),
    mean(a, 0, { keep: true }),
    softmax(a),
  ]);
  yield check('products', sums, (_, a, b) => [
    matmul(a, b),
    matmul(b, a),
    matmul(a, a, { transposeB: true }),
    matmul(a, a, { transposeA: true }),
    matmul(a, b, { transposeA: true, transposeB: true }),
  ]);
}

const productSizes = [
  [1, 1, 1],
  [1, 33, 7],
  [33, 1, 9],
  [6, 8, 8],
  [7, 9, 13],
  [13, 17, 33],
  [12, 64, 16],
  [5, 130, 31],
] as const;

function productCheck(executor: Executor, m: number, k: number, n: number): Check {
  const inputs = [scattered([m, k]), scattered([k, n], 1), scattered([1, n], 2), scattered([m, n], 3)];
  const build = (a: Tensor, b: Tensor, bias: Tensor, g: Tensor): Tensor[] => [
    matmul(a, b),
    matmul(transpose(a), b, { transposeA: true }),
    matmul(a, transpose(b), { transposeB: true }),
    matmul(transpose(a), transpose(b), { transposeA: true, transposeB: true }),
    relu(add(matmul(a, b), bias)),
    matmul(a, g, { transposeA: true }),
    matmul(g, b, { transposeB: true }),
    matmul(reshape(concatenate([a, a], 0), [2, m, k]), reshape(concatenate([b, b], 0), [2, k, n])),
    matmul(reshape(concatenate([a, a], 0), [2, m, k]), reshape(concatenate([g, g], 0), [2, m, n]), {
      transposeA: true,
    }),
  ];
  return allSameAsReference(executor, `product ${m}x${k}x${n}`, inputs, build, sums);
}

function* longReductionChecks(executor: Executor): Generator<Check> {
  const inputs = [scattered([1000]), scattered([3, 333], 1), scattered([257, 5], 2), scattered([6, 7, 8], 3)];
  yield allSameAsReference(
    executor,
    'reductions of long axes',
    inputs,
    (x, a, b, c) => [
      sum(x),
      mean(divide(a, 2), 1),
      sum(multiply(b, b), 0),
      sum(c, 1),
      sum(c, [0, 2]),
      sum(c, [1, 2], { keep: true }),
      sum(multiply(c, 2)),
    ],
    sums,
  );
  yield allSameAsReference(
    executor,
    'largest of long axes',
    inputs,
    (x, a, b, c) => [
      max(x),
      max(a, 1),
      max(b, 0),
      max(c, 1),
      max(c, [0, 2]),
      argmax(x, 0),
      argmax(b, 0),
      argmax(c, 1),
    ],
    exactly,
  );
}

function* emptyChecks(executor: Executor): Generator<Check> {
  const inputs = [sampleInput([], [0, 3]), sampleInput([], [2, 0]), scattered([2, 3]), indices([])];
  yield allSameAsReference(
    executor,
    'tensors without elements',
    inputs,
    (none, narrow, x, at) => [
      sum(none, 0),
      sum(none),
      max(none, 0),
      max(narrow, 1),
      multiply(none, 2),
      matmul(none, x, { transposeB: true }),
      matmul(narrow, none),
      transpose(none),
      concatenate([none, x], 0),
      concatenate([x, narrow], 1),
      pad(none, [1, 0], [1, 0], 0.5),
      slice(x, [1, 0], [0, 3]),
      gather(x, at),
      scatterAdd(at, none, 4),
      argmax(none, 1),
    ],
    exactly,
  );
}
