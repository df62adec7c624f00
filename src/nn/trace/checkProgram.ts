import { add, type Program, read, sum, withLabel } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';

/**
 * One number that is finite if the total loss and all gradients are: their sum. To be read between `gradient` and `update`. A
 * program of its own, so that it is one pass over the flat block, slices or not.
 */
export function checkProgram({ slots }: ModelPlan): Program {
  const value = withLabel(add(sum(read(slots.gradients)), read(slots.total)), 'check');
  return { name: 'check', assignments: [{ slot: slots.check, value }] };
}
