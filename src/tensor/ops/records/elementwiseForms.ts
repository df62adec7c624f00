import type { Tensor } from '../../graph/tensor.ts';
import { cast as buildCast, select as buildSelect } from '../build/index.ts';
import {
  elementwiseAccepts,
  type ElementwiseName,
  inferCast,
  inferElementwise,
  inferSelect,
} from '../build/elementwise.ts';
import { constantValue } from '../constantValue.ts';
import type { ElementwiseDefinition, Gradient, Infer, Kernel, Sample } from '../define.ts';
import { makeNode } from '../node.ts';
import { sample, sampleInput } from '../samples.ts';

/** The forms that elementwise records come in: what `elementwise.ts` need not say on every line. */

type PlainName = Exclude<ElementwiseName, 'select' | 'cast'>;
type Meaning = ElementwiseDefinition['meaning'];

const left = [-1.375, 2.53125, 0.828125, -0.296875, 3.140625];
const right = [0.59375, 1.703125, -2.109375, -0.921875, 2.453125];

export function unary(
  op: PlainName,
  meaning: (x: number) => number,
  gradient: 'zero' | 'notDifferentiable' | ((g: Tensor, x: Tensor, y: Tensor) => Tensor),
  points: readonly number[],
  simplify?: (x: Tensor) => Tensor | undefined,
): ElementwiseDefinition {
  const infer = inferElementwise(op);
  return {
    ...elementwise(1, meaning, infer),
    gradient: typeof gradient === 'string' ? gradient : (y, g) => [gradient(g, y.inputs[0], y)],
    samples: samplesOf(op, infer, [points]),
    simplify: (node) => simplify?.(node.inputs[0]),
  };
}

interface BinaryExtras {
  readonly simplify?: (a: Tensor, b: Tensor) => Tensor | undefined;
  readonly integerMeaning?: Meaning;
  /** First operands of the samples, where the usual ones lie outside the domain. */
  readonly first?: readonly number[];
}

export function binary(
  op: PlainName,
  meaning: (a: number, b: number) => number,
  gradient: (g: Tensor, a: Tensor, b: Tensor, y: Tensor) => readonly [Tensor, Tensor],
  { simplify, integerMeaning, first = left }: BinaryExtras = {},
): ElementwiseDefinition {
  const infer = inferElementwise(op);
  return {
    ...elementwise(2, meaning, infer, integerMeaning),
    gradient: (y, g) => gradient(g, y.inputs[0], y.inputs[1], y),
    samples: samplesOf(op, infer, [first, right.slice(0, first.length)]),
    simplify: (node) => simplify?.(node.inputs[0], node.inputs[1]),
    integerMeaning,
  };
}

/** A test of one number: 1 where it holds, else 0. */
export function condition(
  op: PlainName,
  holds: (x: number) => boolean,
  points: readonly number[],
): ElementwiseDefinition {
  const infer = inferElementwise(op, 'f32');
  const samples = samplesOf(op, infer, [points]);
  return { ...elementwise(1, (x) => (holds(x) ? 1 : 0), infer), gradient: 'zero', samples };
}

/** A test of two numbers: 1 where it holds, else 0. */
export function comparison(op: PlainName, holds: (a: number, b: number) => boolean): ElementwiseDefinition {
  const infer = inferElementwise(op, 'f32');
  const samples = samplesOf(op, infer, [left, right]);
  return { ...elementwise(2, (a, b) => (holds(a, b) ? 1 : 0), infer), gradient: 'zero', samples };
}

export function selection(): ElementwiseDefinition {
  const gradient: Gradient = (y, g) => {
    const [condition] = y.inputs;
    return [undefined, buildSelect(condition, g, 0), buildSelect(condition, 0, g)];
  };
  return {
    ...elementwise(3, (condition, a, b) => (condition !== 0 ? a : b), inferSelect),
    gradient,
    samples: [
      sample('select', [sampleInput([0, 1, 1, 0, 1]), sampleInput(left), sampleInput(right)], buildSelect),
    ],
    simplify: ({ inputs: [condition, a, b] }) => {
      const known = constantValue(condition);
      return known === undefined ? undefined : known !== 0 ? a : b;
    },
  };
}

export function cast(): ElementwiseDefinition {
  const toInteger = (x: Tensor): Tensor => buildCast(x, 'i32');
  const bytes = sampleInput([0, 7, 255], [3], 'u8');
  return {
    ...elementwise(1, (x) => x, inferCast),
    gradient: 'notDifferentiable',
    kernel: (node) => (node.dtype === 'f32' ? loop(1, (x) => x) : loop(1, truncation(limits[node.dtype]))),
    samples: [
      sample('cast f32 to i32', [sampleInput([-2.75, -0.5, 0.5, 3.99, 3e9, -3e9])], toInteger),
      sample('cast f32 to u8', [sampleInput([-2.75, 0.5, 3.99, 254.9, 300])], (x) => buildCast(x, 'u8')),
      sample('cast i32 to f32', [sampleInput([-7, 0, 123456], [3], 'i32')], (x) => buildCast(x, 'f32')),
      sample('cast i32 to u8', [sampleInput([-7, 0, 200, 256], [4], 'i32')], (x) => buildCast(x, 'u8')),
      sample('cast u8 to f32', [bytes], (x) => buildCast(x, 'f32')),
      sample('cast u8 to i32', [bytes], toInteger),
    ],
  };
}

const limits = { i32: [-(2 ** 31), 2 ** 31 - 1], u8: [0, 255] } as const;

function truncation([lowest, highest]: readonly [number, number]): (x: number) => number {
  return (x) => (Number.isNaN(x) ? 0 : Math.min(Math.max(Math.trunc(x), lowest), highest));
}

function elementwise(arity: 1 | 2 | 3, meaning: Meaning, infer: Infer, integerMeaning = meaning) {
  const kernel = (node: Tensor): Kernel => loop(arity, node.dtype === 'i32' ? integerMeaning : meaning);
  return { family: 'elementwise' as const, arity, meaning, infer, kernel };
}

function samplesOf(op: PlainName, infer: Infer, operands: readonly (readonly number[])[]): readonly Sample[] {
  const build = (...inputs: Tensor[]): Tensor => makeNode(op, inputs, {}, infer);
  const integers = operands.map((values) => sampleInput(values.map(Math.round), [values.length], 'i32'));
  const samples = [
    sample(
      op,
      operands.map((values) => sampleInput(values)),
      build,
    ),
  ];
  const takesIntegers = (elementwiseAccepts[op] as readonly string[]).includes('i32');
  return takesIntegers ? [...samples, sample(`${op} of i32`, integers, build)] : samples;
}

function loop(arity: 1 | 2 | 3, meaning: Meaning): Kernel {
  if (arity === 1)
    return ([a], output) => {
      for (let i = 0; i < output.length; i++) output[i] = meaning(a[i]);
    };
  if (arity === 2)
    return ([a, b], output) => {
      for (let i = 0; i < output.length; i++) output[i] = meaning(a[i], b[i]);
    };
  return ([a, b, c], output) => {
    for (let i = 0; i < output.length; i++) output[i] = meaning(a[i], b[i], c[i]);
  };
}
