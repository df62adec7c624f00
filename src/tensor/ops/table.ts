import type { Tensor } from '../graph/tensor.ts';
import type { ElementwiseName } from './build/elementwise.ts';
import type { ElementwiseDefinition, OpDefinition } from './define.ts';
import { binaryOps } from './records/binary.ts';
import { contractOps } from './records/contract.ts';
import { gatherOps } from './records/gather.ts';
import { leafOps } from './records/leaf.ts';
import { moveOps } from './records/move.ts';
import { randomOps } from './records/random.ts';
import { reduceOps } from './records/reduce.ts';
import { selectAndCastOps } from './records/selectAndCast.ts';
import { unaryOps } from './records/unary.ts';

/** Operations whose result is a function of each element alone: what executors may fuse into one loop. */
export const elementwiseOps: Readonly<Record<ElementwiseName, ElementwiseDefinition>> = {
  ...unaryOps,
  ...binaryOps,
  ...selectAndCastOps,
};

const table = {
  ...leafOps,
  ...elementwiseOps,
  ...reduceOps,
  ...contractOps,
  ...moveOps,
  ...gatherOps,
  ...randomOps,
};

/** The closed set of primitive operations. A table over all of them is a `Record<OpName, ...>`, complete by type. */
export type OpName = keyof typeof table;

export const ops: Readonly<Record<OpName, OpDefinition>> = table;

export function isOpName(op: string): op is OpName {
  return Object.hasOwn(ops, op);
}

/** All there is to know of a node's operation. */
export function opOf(node: Tensor): OpDefinition {
  if (isOpName(node.op)) return ops[node.op];
  throw new TypeError(`there is no operation '${node.op}'`);
}
