import type { Program } from '../../../graph/program.ts';
import { sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { topologicalOrder } from '../../../graph/topologicalOrder.ts';
import { addressOf } from './addressOf.ts';
import {
  cheap,
  isAssembly,
  isContraction,
  isIndexed,
  isInMemory,
  isPointwise,
  isReduction,
  isView,
  nodeCost,
} from './operations.ts';

/** The tensors that are computed once and have a name in the plan; all others are parts of the expressions that use them. */
export interface Anchors {
  readonly order: readonly Tensor[];
  readonly has: (node: Tensor) => boolean;
}

/** What an assignment stores: reshapes change nothing in memory. */
export function storedValue(value: Tensor): Tensor {
  return value.op === 'reshape' ? storedValue(value.inputs[0]) : value;
}

/** `forced`: views that turned out to be needed in memory, since reading their inputs is no affine function of a kernel's loops. */
export function chooseAnchors(program: Program, forced: ReadonlySet<Tensor>): Anchors {
  const outputs = program.assignments.map(({ value }) => storedValue(value));
  const nodes = topologicalOrder(outputs);
  const anchors = new Set<Tensor>(nodes.filter((node) => hasOwnKernel(node) || forced.has(node)));
  for (const output of outputs) if (isPointwise(output)) anchors.add(output);
  for (const node of nodes)
    for (const operand of operandsInMemory(node)) if (!isInMemory(operand)) anchors.add(operand);
  addShared(nodes, anchors);
  return { order: nodes.filter((node) => anchors.has(node)), has: (node) => anchors.has(node) };
}

function hasOwnKernel(node: Tensor): boolean {
  return isReduction(node) || isContraction(node) || isIndexed(node) || isAssembly(node);
}

/** The pieces of a node's operands that must lie in memory before its kernel runs. */
function operandsInMemory(node: Tensor): readonly Tensor[] {
  if (isContraction(node)) return node.inputs.map(baseOfView);
  if (isIndexed(node)) return node.inputs.map((input) => (isContiguous(input) ? baseOfView(input) : input));
  if (node.op === 'random') return isContiguous(node.inputs[0]) ? [baseOfView(node.inputs[0])] : node.inputs;
  return [];

  function baseOfView(operand: Tensor): Tensor {
    return addressOf(operand)?.base ?? operand;
  }
}

export function isContiguous(operand: Tensor): boolean {
  const address = addressOf(operand);
  if (!address) return false;
  let step = 1;
  for (let axis = operand.shape.length - 1; axis >= 0; axis--) {
    if (operand.shape[axis] !== 1 && address.strides[axis] !== step) return false;
    step *= operand.shape[axis];
  }
  return true;
}

/**
 * Adds what is worth keeping: expensive expressions that several anchors need, and expensive ones that a broadcast would
 * compute again and again. Seen from the end, so that of a chain the last link is kept; then those go again that have become
 * cheap because something below them is kept.
 */
function addShared(nodes: readonly Tensor[], anchors: Set<Tensor>): void {
  const users = usersOf(nodes);
  const costs = expressionCosts(nodes, anchors);
  const sinks = new Map<Tensor, ReadonlySet<Tensor>>();
  const added = new Set<Tensor>();
  for (const node of nodes.toReversed()) {
    const reached = union((users.get(node) ?? []).map((user) => sinks.get(user)));
    const shared = reached.size > 1 || isRepeated(node, users);
    const isCostly = costOrZero(costs, node) > cheap && sizeOf(node.shape) > 1;
    if (isPointwise(node) && !anchors.has(node) && isCostly && shared) added.add(node);
    sinks.set(node, anchors.has(node) || added.has(node) ? new Set([node]) : reached);
  }
  for (const node of added) anchors.add(node);
  const remaining = expressionCosts(nodes, anchors);
  for (const node of nodes) if (added.has(node) && costOrZero(remaining, node) <= cheap) anchors.delete(node);
}

/** Whether a view shows the node's elements more than once. */
function isRepeated(node: Tensor, users: ReadonlyMap<Tensor, readonly Tensor[]>): boolean {
  return (users.get(node) ?? []).some(
    (user) => user.op === 'broadcast' || (isView(user) && isRepeated(user, users)),
  );
}

function union(sets: readonly (ReadonlySet<Tensor> | undefined)[]): ReadonlySet<Tensor> {
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}

function usersOf(nodes: readonly Tensor[]): Map<Tensor, Tensor[]> {
  const users = new Map<Tensor, Tensor[]>();
  for (const node of nodes)
    for (const input of new Set(node.inputs)) {
      const known = users.get(input);
      if (known) known.push(node);
      else users.set(input, [node]);
    }
  return users;
}

/** What an element of each node costs, with everything down to the next anchors; the node's own work alone if it is one. */
function expressionCosts(nodes: readonly Tensor[], anchors: ReadonlySet<Tensor>): Map<Tensor, number> {
  const costs = new Map<Tensor, number>();
  for (const node of nodes) {
    if (!isPointwise(node) && !isView(node)) continue;
    const parts = node.inputs.map((input) => (anchors.has(input) ? 0 : costOrZero(costs, input)));
    costs.set(
      node,
      Math.min(
        1e6,
        parts.reduce((total, part) => total + part, nodeCost(node)),
      ),
    );
  }
  return costs;
}

function costOrZero(costs: ReadonlyMap<Tensor, number>, node: Tensor): number {
  return costs.get(node) ?? 0;
}
