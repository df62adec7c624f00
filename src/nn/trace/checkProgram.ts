import { add, type Program, read, type Slot, sum, type Tensor, withLabel } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';

/** From so many gradients on they are summed in pieces, which threads can share. */
const longest = 2 ** 16;
const pieces = 64;

/**
 * One number that is finite if the total loss and all gradients are: their sum. To be read between `gradient` and `update`. A
 * program of its own, so that it is one pass over the flat block, slices or not.
 */
export function checkProgram({ slots }: ModelPlan): Program {
  const value = withLabel(add(sumOf(slots.gradients), read(slots.total)), 'check');
  return { name: 'check', assignments: [{ slot: slots.check, value }] };
}

/** In pieces of one length, and what is left: the same ones for any number of threads. */
function sumOf(slot: Slot): Tensor {
  const [length] = slot.shape;
  if (length < longest) return sum(read(slot));
  const width = 16 * Math.floor(length / pieces / 16);
  const matrix: Slot = { ...slot, shape: [pieces, width] };
  const whole = sum(sum(read(matrix), [1]));
  const left = length - pieces * width;
  if (left === 0) return whole;
  const rest: Slot = { ...slot, offset: slot.offset + pieces * width, shape: [left] };
  return add(whole, sum(read(rest)));
}
