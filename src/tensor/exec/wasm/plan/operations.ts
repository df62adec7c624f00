import type { Tensor } from '../../../graph/tensor.ts';
import { opOf } from '../../../ops/table.ts';

/** What planning knows of operations beyond their family. */

/** Moves that only say where an element comes from: they cost nothing inside a loop. */
const viewOps = new Set(['reshape', 'transpose', 'broadcast', 'slice']);
const assemblyOps = new Set(['pad', 'concatenate']);

/** How long an element takes, measured in additions; what is not named takes one. */
const costs: Readonly<Record<string, number>> = {
  divide: 4,
  squareRoot: 4,
  exp: 60,
  expm1: 70,
  log: 100,
  log1p: 130,
  tanh: 100,
  erf: 170,
  sin: 180,
  cos: 180,
  power: 500,
  random: 160,
};

/** Above this an element is computed once and kept, rather than wherever it is needed. */
export const cheap = 6;

export function isView(node: Tensor): boolean {
  return viewOps.has(node.op);
}

/** Lies in memory before the program runs. */
export function isInMemory(node: Tensor): boolean {
  return node.op === 'read' || node.op === 'literal';
}

/** Written piece by piece into one buffer. */
export function isAssembly(node: Tensor): boolean {
  return assemblyOps.has(node.op);
}

export function isReduction(node: Tensor): boolean {
  return opOf(node).family === 'reduce';
}

/** Computed by a kernel of its own kind from operands that lie in memory. */
export function isContraction(node: Tensor): boolean {
  return opOf(node).family === 'contract';
}

export function isIndexed(node: Tensor): boolean {
  return node.op === 'gather' || node.op === 'scatterAdd';
}

/** What can be computed inside any loop, for one element at a time. */
export function isPointwise(node: Tensor): boolean {
  const { family } = opOf(node);
  return family === 'elementwise' || family === 'random';
}

export function costOf(op: string): number {
  return costs[op] ?? 1;
}

export function nodeCost(node: Tensor): number {
  return isPointwise(node) ? costOf(node.op) : 0;
}
