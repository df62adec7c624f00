import {
  absolute,
  add,
  argmax,
  cast,
  concatenate,
  divide,
  elementwiseOps,
  equal,
  type Executor,
  floor,
  isFinite,
  less,
  lessEqual,
  literal,
  matmul,
  max,
  maximum,
  minimum,
  multiply,
  negate,
  notEqual,
  reshape,
  select,
  sign,
  slice,
  squareRoot,
  subtract,
  sum,
  type Tensor,
} from '../../tensor/index.ts';
import type { Attributes, ElementwiseDefinition, SampleInput } from '../../tensor/ops/define.ts';
import { makeNode } from '../../tensor/ops/node.ts';
import { indices, sampleInput } from '../../tensor/ops/samples.ts';
import type { Check } from './check.ts';
import { closely, exactly } from './compare.ts';
import { allSameAsReference, sameAsReference } from './valueChecks.ts';

const tiny = 2 ** -126;
const subnormal = 2 ** -140;
const ordinary = [
  0, -0, 1, -1, 0.5, -0.5, 2.5, -2.5, 3.5, 1e-3, -1e-3, 20, -20, 88.5, -87, 89, -104, 8191.75,
];
const extreme = [tiny, -tiny, 1e-20, -1e-20, 1e20, -1e20, 8388609, -16777216, 3e9, -3e9, 3e38, -3e38];
const special = [Infinity, -Infinity, NaN];
const pairs = [0, -0, 1, -1, 0.5, -2, 3, 1e-20, 1e20, 3e38, -3e38, tiny, ...special];

/** Where float arithmetic is strange: zeros with a sign, huge and tiny numbers, infinities, NaN, integers that wrap. */
export function* edgeChecks(executor: Executor): Generator<Check> {
  for (const [op, definition] of Object.entries(elementwiseOps)) {
    const build = (...inputs: Tensor[]): Tensor => makeNode(op, inputs, attributesOf(op), definition.infer);
    const tolerance = definition.exact ? exactly : closely;
    yield sameAsReference(
      executor,
      `${op} of extreme numbers`,
      { inputs: edgesOf(op, definition), build },
      tolerance,
    );
  }
  for (const [name, inputs, build] of [...signOfZero, ...specialNumbers, ...integers])
    yield allSameAsReference(executor, name, inputs, build, exactly);
}

type Case = readonly [string, readonly SampleInput[], (...inputs: Tensor[]) => readonly Tensor[]];

/** 1 / x tells the zeros apart. */
const signOfZero: readonly Case[] = [
  [
    'the sign of zero',
    [numbers([0, -0]), numbers([-0, 0])],
    (a, b) => [
      divide(1, a),
      divide(1, negate(a)),
      divide(1, absolute(b)),
      divide(1, multiply(a, 3)),
      divide(1, multiply(a, -3)),
      divide(1, add(a, a)),
      divide(1, add(a, b)),
      divide(1, add(a, 0)),
      divide(1, add(a, -0)),
      divide(1, subtract(a, 0)),
      divide(1, subtract(0, a)),
      divide(1, select(literal([1, 0]), a, b)),
      divide(1, minimum(a, b)),
      divide(1, maximum(a, b)),
      divide(1, squareRoot(a)),
      divide(1, floor(a)),
      divide(1, concatenate([reshape(a, [2]), slice(b, [0], [1])], 0)),
    ],
  ],
];

const grid = [1, NaN, 3, Infinity, -Infinity, 6, -Infinity, -Infinity, -Infinity, 2, 2, 2];

const specialNumbers: readonly Case[] = [
  [
    'NaN and infinities through reductions',
    [numbers(grid, [4, 3])],
    (x) => [sum(x, 1), sum(x, 0), max(x, 1), max(x, 0), max(x)],
  ],
  [
    'argmax takes the first of equals',
    [numbers([1, 3, 3, 2, 2, 2, -1, -1, 0], [3, 3])],
    (x) => [argmax(x, 0), argmax(x, 1)],
  ],
  [
    'argmax among infinities',
    [numbers([-Infinity, -Infinity, 3, Infinity, 1, Infinity], [2, 3])],
    (x) => [argmax(x, 1)],
  ],
  [
    'a product hides no NaN behind a zero',
    [numbers([0, 1, 0, 0], [2, 2]), numbers([NaN, Infinity, 2, 3], [2, 2])],
    (a, b) => [
      matmul(a, b),
      matmul(b, a),
      matmul(a, b, { transposeA: true }),
      matmul(a, b, { transposeB: true }),
    ],
  ],
  [
    'select ignores what it does not choose',
    [numbers([0, -0, 1, -2, NaN]), numbers([1, 2, NaN, 4, 5])],
    (x, y) => [select(x, y, 7), select(x, 7, y), select(isFinite(y), y, 0)],
  ],
  [
    'subnormal numbers',
    [numbers([subnormal, -subnormal, tiny, 3 * subnormal])],
    (x) => [add(x, x), multiply(x, 0.5), multiply(x, 2 ** 100), divide(x, 4), negate(x), sum(x), max(x)],
  ],
];

const wholes = indices([0, 1, -1, 7, 2 ** 31 - 1, -(2 ** 31), 123456789]);

const integers: readonly Case[] = [
  [
    'integers wrap at 32 bits',
    [wholes, indices([5, -1, 3, 7, 2, -1, 987654321])],
    (a, b) => [
      add(a, b),
      subtract(a, b),
      multiply(a, b),
      negate(a),
      absolute(a),
      sign(a),
      minimum(a, b),
      maximum(a, b),
      sum(a),
      max(a),
      argmax(b, 0),
    ],
  ],
  [
    'integers compare exactly',
    [wholes, indices([0, 2, -1, 7, 2 ** 31 - 2, -(2 ** 31), 123456788])],
    (a, b) => [less(a, b), lessEqual(a, b), equal(a, b), notEqual(a, b), select(less(a, b), a, b)],
  ],
  [
    'casts keep within range',
    [numbers([NaN, Infinity, -Infinity, 2 ** 31, -(2 ** 31), 1e20, -0.99, 255.99, 256, -1])],
    (x) => [cast(x, 'i32'), cast(x, 'u8'), cast(cast(x, 'i32'), 'u8')],
  ],
  ['large integers round to float32', [wholes], (a) => [cast(a, 'f32'), multiply(cast(a, 'f32'), 1)]],
];

function numbers(values: readonly number[], shape?: readonly number[]): SampleInput {
  return sampleInput(values, shape);
}

function attributesOf(op: string): Attributes {
  return op === 'cast' ? { dtype: 'i32' } : {};
}

function edgesOf(
  op: string,
  { arity, exact, accurateWithin = Infinity }: ElementwiseDefinition,
): SampleInput[] {
  if (arity === 1) {
    const all = [...ordinary, ...extreme, ...(exact ? [subnormal, -subnormal] : [])];
    const within = all.filter((x) => Math.abs(x) <= accurateWithin);
    return [numbers([...within, ...special].map(Math.fround))];
  }
  const all = pairs.flatMap((a) => pairs.map((b) => [a, b].map(Math.fround)));
  // 1 to the power of infinity is NaN in JavaScript and 1 in C: left open.
  const settled = all.filter(
    ([a, b]) => op !== 'power' || Number.isFinite(b) || (Math.abs(a) !== 1 && !Number.isNaN(b)),
  );
  const first = numbers(settled.map(([a]) => a));
  const second = numbers(settled.map(([, b]) => b));
  return arity === 2 ? [first, second] : [first, second, numbers(settled.map(([a, b]) => a - b))];
}
