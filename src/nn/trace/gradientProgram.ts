import {
  add,
  type Assignment,
  gradients,
  type Program,
  read,
  type Slot,
  type Tensor,
  withLabel,
} from '../../tensor/index.ts';
import type { ForwardTrace, ModelPlan } from './modelPlan.ts';
import { traceForward } from './traceForward.ts';
import { traceLosses, weightedTotal } from './traceLosses.ts';

export interface GradientOptions {
  readonly rows: number;
  /** Add to gradients and losses already there, instead of replacing them: for all slices of a batch but the first. */
  readonly accumulate?: boolean;
  /** Also write each row's own losses, as they were in training (dropout on). */
  readonly rowLosses?: boolean;
}

/** Losses with penalties over a batch, their gradients by every parameter, and the buffers' new values. */
export function gradientProgram(
  plan: ModelPlan,
  { rows, accumulate = false, rowLosses = false }: GradientOptions,
): Program {
  const batch = plan.batch(rows);
  const forward = traceForward(plan, 'train', batch);
  const losses = traceLosses(plan, batch, forward);
  const penalty = accumulate ? undefined : tracePenalties(plan, forward);
  const total = withLabel(weightedTotal(plan, losses, penalty), 'total loss');
  const nodes = plan.parameters.map(({ name }) => forward.parameters.get(name)!);
  const slopes = gradients(total, nodes);
  const { slots } = plan;
  const give = (slot: Slot, value: Tensor): Assignment => ({
    slot,
    value: accumulate ? add(read(slot), value) : value,
  });
  return {
    name: `${accumulate ? 'gradient+' : 'gradient'}:${rows}`,
    assignments: [
      ...plan.parameters.map(({ gradient }, i) => give(gradient, slopes[i])),
      ...losses.map(({ part }, i) => give(slots.lossParts[i], part)),
      ...(slots.lossParts.includes(slots.total) ? [] : [give(slots.total, total)]),
      ...(penalty ? [{ slot: slots.penalty, value: penalty }] : []),
      ...bufferAssignments(plan, forward),
      ...(rowLosses ? losses.map((loss, i) => ({ slot: batch.rowLosses[i], value: loss.rows })) : []),
    ],
  };
}

/** The sum of all penalties over all parameters that decay; undefined where there are none. */
export function tracePenalties(
  plan: ModelPlan,
  { parameters }: Pick<ForwardTrace, 'parameters'>,
): Tensor | undefined {
  const decayed = plan.parameters.filter(({ slot }) => slot.offset < plan.decayedCount);
  const terms = (plan.settings.penalties ?? []).flatMap(({ definition, options }) =>
    definition.value ? decayed.map(({ name }) => definition.value!(parameters.get(name)!, options)) : [],
  );
  return terms.length === 0
    ? undefined
    : withLabel(
        terms.reduce((a, b) => add(a, b)),
        'penalty',
      );
}

function bufferAssignments(plan: ModelPlan, { buffers }: ForwardTrace): Assignment[] {
  return plan.buffers.flatMap(({ name, slot }) => {
    const value = buffers.get(name);
    return value ? [{ slot, value }] : [];
  });
}
