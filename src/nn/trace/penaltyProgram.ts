import { type Program, read } from '../../tensor/index.ts';
import { tracePenalties } from './gradientProgram.ts';
import type { ModelPlan } from './modelPlan.ts';

/** The penalties of the parameters as they are, without a batch; undefined where none adds to the loss. */
export function penaltyProgram(plan: ModelPlan): Program | undefined {
  const parameters = new Map(plan.parameters.map(({ name, slot }) => [name, read(slot)]));
  const value = tracePenalties(plan, { parameters });
  return value && { name: 'penalty', assignments: [{ slot: plan.slots.penalty, value }] };
}
