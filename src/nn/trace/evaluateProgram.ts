import type { Program } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';
import { predictionAssignments } from './predictProgram.ts';
import { traceForward } from './traceForward.ts';
import { traceLosses } from './traceLosses.ts';

/**
 * Raw outputs and losses of a batch as they are measured: dropout off, running statistics in use, no penalties. With a normaliser
 * of 1 / (all rows x elementsPerRow) the parts of all batches add up to the mean over the whole.
 */
export function evaluateProgram(plan: ModelPlan, { rows }: { readonly rows: number }): Program {
  const batch = plan.batch(rows);
  const forward = traceForward(plan, 'evaluate', batch);
  const losses = traceLosses(plan, batch, forward);
  return {
    name: `evaluate:${rows}`,
    assignments: [
      ...predictionAssignments(plan, batch, forward),
      ...losses.map(({ rows: value }, i) => ({ slot: batch.rowLosses[i], value })),
      ...losses.map(({ part }, i) => ({ slot: plan.slots.lossParts[i], value: part })),
    ],
  };
}
