import { type Assignment, type Program, read } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';

/**
 * What penalties do to parameters after the update (max-norm, proximal L1), one after another; undefined where none does. Acts on
 * the parameters that decay. Reads `slots.learningRate`.
 */
export function projectProgram(plan: ModelPlan): Program | undefined {
  const projections = (plan.settings.penalties ?? []).filter(({ definition }) => definition.project);
  const decayed = plan.parameters.filter(({ slot }) => slot.offset < plan.decayedCount);
  if (projections.length === 0 || decayed.length === 0) return undefined;
  const learningRate = read(plan.slots.learningRate);
  const assignments = decayed.map(({ slot }): Assignment => {
    const value = projections.reduce(
      (x, { definition, options }) => definition.project!(x, options, learningRate),
      read(slot),
    );
    return { slot, value };
  });
  return { name: 'project', assignments };
}
