import {
  type Block,
  type Program,
  type Session,
  type Slot,
  type Tensor,
  topologicalOrder,
} from '../../tensor/index.ts';
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

/**
 * Where a number stopped being finite, after the program with everything kept has run: going back from the results, the node that is
 * not finite though all its inputs are. In words, such as `exp, in 'dense2'`; undefined where all results are finite.
 */
export function firstNotFinite({ program, kept }: KeptProgram, session: Session): string | undefined {
  const bad = new Set(
    kept.filter(({ slot }) => !session.view(slot).every(Number.isFinite)).map(({ node }) => node),
  );
  const keptSlots = new Set(kept.map(({ slot }) => slot));
  const results = program.assignments.filter(({ slot }) => !keptSlots.has(slot)).map(({ value }) => value);
  const path: Tensor[] = [];
  for (
    let node = results.find((value) => bad.has(value));
    node;
    node = node.inputs.find((input) => bad.has(input))
  ) {
    path.push(node);
  }
  const origin = path.at(-1);
  if (!origin) return undefined;
  const near = path.findLast(({ label }) => label !== undefined);
  return near?.label === undefined ? origin.op : `${origin.op}, in '${near.label}'`;
}
