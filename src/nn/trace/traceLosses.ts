import { add, constant, multiply, read, reshape, sum, type Tensor, withLabel } from '../../tensor/index.ts';
import type { BatchSlots, ForwardTrace, LossPlan, ModelPlan } from './modelPlan.ts';

export interface LossTrace {
  /** Sum over rows of weight x loss, times the normaliser: a scalar. */
  readonly part: Tensor;
  /** Mean over each row's own elements, unweighted: [n]. */
  readonly rows: Tensor;
}

/** Every loss of the plan over one batch. */
export function traceLosses(
  plan: ModelPlan,
  batch: BatchSlots,
  { outputs }: Pick<ForwardTrace, 'outputs'>,
): LossTrace[] {
  return plan.losses.map((loss, i) => {
    const prediction = outputs[loss.output];
    const target = read(batch.targets[loss.output]);
    const each = loss.definition.each(prediction, target, loss.options);
    return traceLoss(loss, each, batch.rowWeights[i], read(plan.slots.normalisers[i]));
  });
}

function traceLoss(
  loss: LossPlan,
  each: Tensor,
  weights: BatchSlots['rowWeights'][number],
  normaliser: Tensor,
): LossTrace {
  const ofRows = rowSums(each);
  const total = weights ? sum(multiply(ofRows, read(weights))) : sum(each);
  return {
    part: withLabel(multiply(total, normaliser), loss.label),
    rows: multiply(ofRows, 1 / loss.elementsPerRow),
  };
}

/** [n] from [n] or [n, width]. */
function rowSums(each: Tensor): Tensor {
  if (each.shape.length === 1) return each;
  return each.shape[1] === 1 ? reshape(each, [each.shape[0]]) : sum(each, 1);
}

/** Each part times its weight, and whatever else there is (penalties), added up. */
export function weightedTotal(plan: ModelPlan, parts: readonly LossTrace[], penalty?: Tensor): Tensor {
  const terms = parts.map(({ part }, i) => scaled(part, plan.losses[i].weight));
  if (penalty) terms.push(penalty);
  return terms.length === 0 ? constant(0) : terms.reduce((a, b) => add(a, b));
}

function scaled(x: Tensor, factor: number): Tensor {
  return factor === 1 ? x : multiply(x, factor);
}
