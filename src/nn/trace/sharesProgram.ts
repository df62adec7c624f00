import { add, gradients, multiply, type Program, square, sum } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';
import { traceForward } from './traceForward.ts';
import { traceLosses } from './traceLosses.ts';

/**
 * For each loss, the squared length of the gradient of weight x loss over all parameters: how hard it pulls. Runs beside a step,
 * on request, so that steps pay nothing for it; it changes neither parameters nor buffers.
 */
export function sharesProgram(plan: ModelPlan, { rows }: { readonly rows: number }): Program {
  const batch = plan.batch(rows);
  const forward = traceForward(plan, 'train', batch);
  const nodes = plan.parameters.map(({ name }) => forward.parameters.get(name)!);
  const assignments = traceLosses(plan, batch, forward).map(({ part }, i) => {
    const lengths = gradients(multiply(part, plan.losses[i].weight), nodes).map((slope) =>
      sum(square(slope)),
    );
    return { slot: plan.slots.shares[i], value: lengths.reduce((a, b) => add(a, b)) };
  });
  return { name: `shares:${rows}`, assignments };
}
