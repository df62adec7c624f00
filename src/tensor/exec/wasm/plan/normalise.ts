import type { Program } from '../../../graph/program.ts';
import { simplify } from '../../../graph/simplify.ts';
import { sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { topologicalOrder } from '../../../graph/topologicalOrder.ts';
import { numberAttribute, numbersAttribute } from '../../../ops/attributes.ts';
import { concatenate, constant, divide, multiply, reshape } from '../../../ops/build/index.ts';
import { matmulSizes } from '../../../ops/build/contract.ts';
import { constantValue } from '../../../ops/constantValue.ts';
import { makeNode } from '../../../ops/node.ts';
import { inferReduce } from '../../../ops/build/reduce.ts';

/**
 * The same program in the form that planning starts from: nothing computed twice, no tensor without elements, no reduction
 * over axes of size 1, no `power` where a product does.
 */
export function normalise(program: Program): Program {
  const replaced = new Map<Tensor, Tensor>();
  for (const node of topologicalOrder(program.assignments.map(({ value }) => value))) {
    const inputs = node.inputs.map((input) => replaced.get(input) as Tensor);
    const current = inputs.every((input, i) => input === node.inputs[i]) ? node : { ...node, inputs };
    replaced.set(node, plainer(current) ?? current);
  }
  const assignments = program.assignments
    .filter(({ slot }) => sizeOf(slot.shape) > 0)
    .map(({ slot, value }) => ({ slot, value: replaced.get(value) as Tensor }));
  return simplify({ ...program, assignments });
}

function plainer(node: Tensor): Tensor | undefined {
  if (sizeOf(node.shape) === 0) return constant(0, node.shape, node.dtype);
  return rules[node.op]?.(node);
}

const rules: Readonly<Record<string, (node: Tensor) => Tensor | undefined>> = {
  matmul: (node) => {
    const { k } = matmulSizes(node.inputs[0], node.inputs[1], node.attributes);
    return k === 0 ? constant(0, node.shape) : undefined;
  },
  sum: (node) => plainerReduction(node, 0),
  max: (node) => plainerReduction(node, node.dtype === 'f32' ? -Infinity : 0),
  argmax: (node) =>
    node.inputs[0].shape[numberAttribute(node.attributes, 'axis')] === 1
      ? constant(0, node.shape, 'i32')
      : undefined,
  scatterAdd: (node) => (sizeOf(node.inputs[1].shape) === 0 ? constant(0, node.shape) : undefined),
  concatenate: (node) => {
    const filled = node.inputs.filter((input) => sizeOf(input.shape) > 0);
    if (filled.length === node.inputs.length) return undefined;
    return concatenate(filled, numberAttribute(node.attributes, 'axis'));
  },
  power: ({ inputs: [base, exponent] }) => wholePower(base, constantValue(exponent)),
};

function plainerReduction(node: Tensor, ofNothing: number): Tensor | undefined {
  const [x] = node.inputs;
  if (sizeOf(x.shape) === 0) return constant(ofNothing, node.shape, node.dtype);
  const axes = numbersAttribute(node.attributes, 'axes');
  const long = axes.filter((axis) => x.shape[axis] !== 1);
  if (long.length === axes.length && axes.length > 0) return undefined;
  if (long.length === 0) return reshape(x, node.shape);
  const reduced = makeNode(node.op, [x], { axes: long, keep: true }, inferReduce(node.op));
  return reshape(reduced, node.shape);
}

/** One rounding for each multiplication: within 1.5 ulp, and many times as fast as the general power. */
function wholePower(base: Tensor, exponent: number | undefined): Tensor | undefined {
  if (exponent === 1) return base;
  if (exponent === 2) return multiply(base, base);
  if (exponent === 3) return multiply(multiply(base, base), base);
  return exponent === -1 ? divide(1, base) : undefined;
}
