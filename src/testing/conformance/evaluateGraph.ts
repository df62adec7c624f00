import {
  add,
  type Block,
  type DType,
  type Executor,
  gradients,
  multiply,
  type Program,
  read,
  type Shape,
  sizeOf,
  type Slot,
  sum,
  type Tensor,
} from '../../tensor/index.ts';
import { numbers } from './cases.ts';

/** A tensor as reference files write it. */
export interface OracleTensor {
  readonly shape: Shape;
  readonly data: readonly (number | string)[];
}

/** Something a graph reads: a block of its own. */
export interface GivenTensor {
  readonly values: Float64Array;
  readonly shape: Shape;
  readonly dtype: DType;
}

export function given({ shape, data }: OracleTensor, dtype: DType = 'f32'): GivenTensor {
  return { values: numbers(data), shape, dtype };
}

export type Tensors = Readonly<Record<string, Tensor>>;

/** Builds a graph over the given tensors, runs it once and reads every named output. */
export function evaluateGraph(
  executor: Executor,
  inputs: Readonly<Record<string, GivenTensor>>,
  build: (nodes: Tensors) => Tensors,
): Record<string, Float64Array> {
  const inputSlots = mapValues(inputs, ({ shape, dtype }, name) => slotOf(`in.${name}`, shape, dtype));
  const outputs = build(mapValues(inputSlots, read));
  const outputSlots = mapValues(outputs, ({ shape, dtype }, name) => slotOf(`out.${name}`, shape, dtype));
  const assignments = Object.entries(outputs).map(([name, value]) => ({ slot: outputSlots[name], value }));
  const program: Program = { name: 'case', assignments };
  const session = executor.open([...Object.values(inputSlots), ...Object.values(outputSlots)].map(blockOf));
  for (const [name, { values }] of Object.entries(inputs)) session.view(inputSlots[name]).set(values);
  session.add(program);
  session.run(program.name);
  const results = mapValues(outputSlots, (slot) => Float64Array.from(session.view(slot)));
  session.close();
  return results;
}

/** Gradients of the sum of outputs x cotangents by some tensors, under `grad.` names. */
export function cotangentGradients(
  outputs: readonly (readonly [output: Tensor, cotangent: Tensor])[],
  wrt: Tensors,
): Record<string, Tensor> {
  const total = outputs
    .map(([output, cotangent]) => sum(multiply(output, cotangent)))
    .reduce((a, b) => add(a, b));
  const names = Object.keys(wrt);
  const slopes = gradients(total, Object.values(wrt));
  return Object.fromEntries(names.map((name, i) => [`grad.${name}`, slopes[i]]));
}

export function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}

function slotOf(block: string, shape: Shape, dtype: DType): Slot {
  return { block, name: block, offset: 0, shape, dtype };
}

function blockOf({ block, dtype, shape }: Slot): Block {
  return { name: block, dtype, length: sizeOf(shape) };
}
