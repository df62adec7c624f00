import type { Block, Slot, Tensor } from './tensor.ts';

/** `slot` takes `value` once every value of the program has been computed from the old contents of all slots. */
export interface Assignment {
  readonly slot: Slot;
  readonly value: Tensor;
}

/**
 * One thing an executor can run: a set of simultaneous assignments. Whatever a program reads, it reads through `read(slot)`
 * leaves; whatever it gives back, it gives back by assigning to a slot (a loss goes to a slot of an `outputs` block).
 * A training step is two programs over the same blocks: `gradient` (parameters, inputs -> gradients, loss, buffers) and
 * `update` (parameters, gradients, state, scalars -> parameters, state).
 */
export interface Program {
  readonly name: string;
  readonly assignments: readonly Assignment[];
}

/** The memory shared by all programs of a session. */
export type Layout = readonly Block[];
