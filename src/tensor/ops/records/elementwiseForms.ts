import type { DType, Tensor } from '../../graph/tensor.ts';
import {
  binaryAccepts,
  type BinaryName,
  inferElementwise,
  unaryAccepts,
  type UnaryName,
} from '../build/elementwise.ts';
import type { ElementwiseDefinition, Infer, Kernel, Sample } from '../define.ts';
import { makeNode } from '../node.ts';
import { sample, sampleInput } from '../samples.ts';

/** From the lines of `unary.ts` and `binary.ts` to whole records. */

type Meaning = ElementwiseDefinition['meaning'];

interface Line {
  readonly meaning: Meaning;
  readonly integerMeaning?: Meaning;
  /** The dtype of the result where it isn't that of the operands. */
  readonly gives?: DType;
  /** See `OpDefinition.exact`; true unless said. */
  readonly exact?: boolean;
  /** See `ElementwiseDefinition.accurateWithin`. */
  readonly accurateWithin?: number;
}

export interface UnaryLine extends Line {
  readonly gradient: 'zero' | 'notDifferentiable' | ((g: Tensor, x: Tensor, y: Tensor) => Tensor);
  readonly simplify?: (x: Tensor) => Tensor | undefined;
  /** Where to sample, if the usual points lie outside the domain. */
  readonly points?: readonly number[];
}

export interface BinaryLine extends Line {
  readonly gradient: 'zero' | ((g: Tensor, a: Tensor, b: Tensor, y: Tensor) => readonly [Tensor, Tensor]);
  readonly simplify?: (a: Tensor, b: Tensor) => Tensor | undefined;
  /** First operands of the samples, if the usual ones lie outside the domain. */
  readonly first?: readonly number[];
}

const ordinary = [-2.25, -0.71875, 0.40625, 1.90625];
export const left = [-1.375, 2.53125, 0.828125, -0.296875, 3.140625];
export const right = [0.59375, 1.703125, -2.109375, -0.921875, 2.453125];

export function unaryDefinitions(
  lines: Record<UnaryName, UnaryLine>,
): Record<UnaryName, ElementwiseDefinition> {
  return mapEntries(lines, (op, line) => {
    const { gradient, simplify, points = ordinary } = line;
    return {
      ...fromLine(op, 1, line),
      gradient: typeof gradient === 'string' ? gradient : (y, g) => [gradient(g, y.inputs[0], y)],
      samples: samplesOf(op, [points], unaryAccepts[op], line.gives),
      simplify: (node) => simplify?.(node.inputs[0]),
    };
  });
}

export function binaryDefinitions(
  lines: Record<BinaryName, BinaryLine>,
): Record<BinaryName, ElementwiseDefinition> {
  return mapEntries(lines, (op, line) => {
    const { gradient, simplify, first = left } = line;
    return {
      ...fromLine(op, 2, line),
      gradient: typeof gradient === 'string' ? gradient : (y, g) => gradient(g, y.inputs[0], y.inputs[1], y),
      samples: samplesOf(op, [first, right], binaryAccepts[op], line.gives),
      simplify: (node) => simplify?.(node.inputs[0], node.inputs[1]),
    };
  });
}

/** What all elementwise records have in common. */
export function elementwise(arity: 1 | 2 | 3, meaning: Meaning, infer: Infer, integerMeaning = meaning) {
  const kernel = (node: Tensor): Kernel =>
    elementwiseLoop(arity, node.dtype === 'i32' ? integerMeaning : meaning);
  return { family: 'elementwise' as const, arity, meaning, integerMeaning, infer, kernel, exact: true };
}

export function elementwiseLoop(arity: 1 | 2 | 3, meaning: Meaning): Kernel {
  return [loop1, loop2, loop3][arity - 1](meaning);
}

function loop1(meaning: Meaning): Kernel {
  return ([a], output) => {
    for (let i = 0; i < output.length; i++) output[i] = meaning(a[i]);
  };
}

function loop2(meaning: Meaning): Kernel {
  return ([a, b], output) => {
    for (let i = 0; i < output.length; i++) output[i] = meaning(a[i], b[i]);
  };
}

function loop3(meaning: Meaning): Kernel {
  return ([a, b, c], output) => {
    for (let i = 0; i < output.length; i++) output[i] = meaning(a[i], b[i], c[i]);
  };
}

function fromLine(op: UnaryName | BinaryName, arity: 1 | 2, line: Line) {
  const { meaning, integerMeaning, gives, exact = true, accurateWithin } = line;
  return {
    ...elementwise(arity, meaning, inferElementwise(op, gives), integerMeaning),
    exact,
    accurateWithin,
  };
}

function samplesOf(
  op: UnaryName | BinaryName,
  operands: readonly (readonly number[])[],
  accepts: readonly DType[],
  gives?: DType,
): readonly Sample[] {
  const infer = inferElementwise(op, gives);
  const build = (...inputs: Tensor[]): Tensor => makeNode(op, inputs, {}, infer);
  const ofFloats = operands.map((values) => sampleInput(values));
  const ofIntegers = operands.map((values) => sampleInput(values.map(Math.round), [values.length], 'i32'));
  const samples = [sample(op, ofFloats, build)];
  return accepts.includes('i32') ? [...samples, sample(`${op} of i32`, ofIntegers, build)] : samples;
}

function mapEntries<Name extends string, Value, Result>(
  record: Readonly<Record<Name, Value>>,
  map: (name: Name, value: Value) => Result,
): Record<Name, Result> {
  const entries = Object.entries<Value>(record).map(([name, value]) => [name, map(name as Name, value)]);
  return Object.fromEntries(entries) as Record<Name, Result>;
}
