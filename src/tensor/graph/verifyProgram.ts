import { NeumannError } from '../../errors.ts';
import { opOf } from '../ops/table.ts';
import { showType } from '../ops/refuse.ts';
import type { Layout, Program } from './program.ts';
import { type Slot, sizeOf, type Tensor } from './tensor.ts';
import { topologicalOrder } from './topologicalOrder.ts';

/**
 * Refuses a program that means nothing: a node whose type isn't what its operation makes of its inputs, a value that does not
 * fit its slot, two assignments to one element, or (where a layout is given) a slot outside its block.
 */
export function verifyProgram(program: Program, layout?: Layout): void {
  for (const node of topologicalOrder(program.assignments.map(({ value }) => value))) {
    verifyNode(node);
    const slot = opOf(node).reads?.(node);
    if (slot && layout) verifySlot(slot, layout);
  }
  for (const { slot, value } of program.assignments) {
    if (showType(slot) !== showType(value))
      throw new NeumannError(
        'shape',
        `${program.name}: slot '${slot.name}' is ${showType(slot)}, but is given ${showType(value)}`,
      );
    if (layout) verifySlot(slot, layout);
  }
  verifyDisjoint(program);
}

function verifyNode(node: Tensor): void {
  const inferred = opOf(node).infer(node.inputs, node.attributes);
  if (showType(inferred) !== showType(node))
    throw new TypeError(
      `${node.op} makes ${showType(inferred)} of its inputs, but the node says ${showType(node)}`,
    );
}

function verifySlot(slot: Slot, layout: Layout): void {
  const block = layout.find(({ name }) => name === slot.block);
  if (!block)
    throw new NeumannError(
      'slot',
      `slot '${slot.name}' lies on block '${slot.block}', which the layout lacks`,
    );
  const end = slot.offset + sizeOf(slot.shape);
  if (slot.dtype !== block.dtype || slot.offset < 0 || end > block.length) {
    const place = `${slot.dtype} ${slot.offset}..${end}`;
    throw new NeumannError(
      'slot',
      `slot '${slot.name}' (${place}) does not fit block '${block.name}' (${block.dtype} 0..${block.length})`,
    );
  }
}

/** Assignments are simultaneous, so no element may be given two values. */
function verifyDisjoint(program: Program): void {
  const spans = program.assignments
    .map(({ slot }) => ({ slot, end: slot.offset + sizeOf(slot.shape) }))
    .filter(({ slot, end }) => end > slot.offset)
    .sort((a, b) => compareText(a.slot.block, b.slot.block) || a.slot.offset - b.slot.offset);
  spans.slice(1).forEach(({ slot }, i) => {
    const before = spans[i];
    if (before.slot.block === slot.block && slot.offset < before.end)
      throw new NeumannError(
        'slot',
        `${program.name}: '${before.slot.name}' and '${slot.name}' overlap, and both are assigned to`,
      );
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
