import { opOf } from '../ops/table.ts';
import type { Program } from './program.ts';
import type { Attribute, Tensor } from './tensor.ts';
import { topologicalOrder } from './topologicalOrder.ts';

/**
 * The same program with less to do: what is computed twice is computed once, and nodes whose operation knows a simpler tensor
 * with the same bits (x * 1, a reshape to the same shape) give way to it. Executors that plan start from here; the reference
 * executor runs the graph as it was built.
 */
export function simplify(program: Program): Program {
  const numbers = new Map<Tensor, number>();
  const known = new Map<string, Tensor>();
  const simpler = new Map<Tensor, Tensor>();
  const merge = (node: Tensor): Tensor => {
    const key = keyOf(node, numbers);
    const present = known.get(key);
    if (present) return present;
    known.set(key, node);
    numbers.set(node, numbers.size);
    return node;
  };
  for (const node of topologicalOrder(program.assignments.map(({ value }) => value))) {
    const inputs = node.inputs.map((input) => simpler.get(input) as Tensor);
    simpler.set(node, reduceNode(withInputs(node, inputs), merge));
  }
  const assignments = program.assignments.map(({ slot, value }) => ({
    slot,
    value: simpler.get(value) as Tensor,
  }));
  return { ...program, assignments };
}

/** Applies the operation's rule until it has nothing more to say. Rules only ever go to fewer or plainer nodes. */
function reduceNode(node: Tensor, merge: (node: Tensor) => Tensor): Tensor {
  const next = opOf(node).simplify?.(node);
  return next ? reduceNode(withInputs(next, next.inputs.map(merge)), merge) : merge(node);
}

function withInputs(node: Tensor, inputs: readonly Tensor[]): Tensor {
  return inputs.every((input, i) => input === node.inputs[i]) ? node : { ...node, inputs };
}

/** Nodes with the same key have the same value: operation, inputs, attributes and type. Labels are for people alone. */
function keyOf(node: Tensor, numbers: ReadonlyMap<Tensor, number>): string {
  const attributes = Object.keys(node.attributes).sort();
  return JSON.stringify([
    node.op,
    node.inputs.map((input) => numbers.get(input)),
    attributes.map((name) => [name, printable(node.attributes[name])]),
    node.shape,
    node.dtype,
  ]);
}

/** JSON knows neither -0 nor NaN nor infinities, and they must stay apart. */
function printable(value: Attribute): unknown {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Float64Array) return Array.from(value, printable);
  return value;
}
