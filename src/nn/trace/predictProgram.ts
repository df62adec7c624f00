import type { Assignment, Program } from '../../tensor/index.ts';
import type { BatchSlots, ForwardTrace, ModelPlan } from './modelPlan.ts';
import { traceForward } from './traceForward.ts';

/** Raw outputs of a batch, dropout off and running statistics in use. Needs no targets. */
export function predictProgram(plan: ModelPlan, { rows }: { readonly rows: number }): Program {
  const batch = plan.batch(rows);
  const forward = traceForward(plan, 'evaluate', batch);
  return { name: `predict:${rows}`, assignments: predictionAssignments(plan, batch, forward) };
}

export function predictionAssignments(
  plan: ModelPlan,
  batch: BatchSlots,
  { outputs }: ForwardTrace,
): Assignment[] {
  return plan.outputs.map(({ name }) => ({ slot: batch.predictions[name], value: outputs[name] }));
}
