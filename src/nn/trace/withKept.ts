import { type Block, type Program, type Slot, type Tensor, topologicalOrder } from '../../tensor/index.ts';
import { BlockBuilder } from './blockBuilder.ts';

export interface KeptNode {
  readonly node: Tensor;
  readonly slot: Slot;
}

/** A program with values kept. Open a session with the plan's layout and `block`; the other slots hold the same bits as without. */
export interface KeptProgram {
  readonly program: Program;
  readonly block: Block;
  /** In an order in which every node stands behind its inputs. */
  readonly kept: readonly KeptNode[];
}

/** The same program, with every f32 node's value (or that of the nodes chosen) also written to a block called `kept`. */
export function withKept(program: Program, choose: (node: Tensor) => boolean = () => true): KeptProgram {
  const builder = new BlockBuilder('kept');
  const order = topologicalOrder(program.assignments.map(({ value }) => value));
  const kept = order
    .filter((node) => node.dtype === 'f32' && choose(node))
    .map((node, i) => ({ node, slot: builder.add(node.label ?? `${node.op} ${i}`, node.shape) }));
  const assignments = [...program.assignments, ...kept.map(({ node, slot }) => ({ slot, value: node }))];
  return { program: { name: `${program.name} kept`, assignments }, block: builder.block, kept };
}
