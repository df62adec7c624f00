import { add, multiply, type Program, read, subtract } from '../../tensor/index.ts';
import type { ModelPlan } from './modelPlan.ts';

/**
 * `average += rate (parameters - average)`: the mean of the weights over the last 1 / rate steps or so. Undefined where the plan keeps
 * none. (Polyak and Juditsky 1992; as an exponential moving average, PyTorch's `get_ema_multi_avg_fn` with decay 1 - rate.)
 */
export function averageProgram({ slots }: ModelPlan): Program | undefined {
  if (!slots.average) return undefined;
  const { slot, rate } = slots.average;
  const average = read(slot);
  const value = add(average, multiply(read(rate), subtract(read(slots.parameters), average)));
  return { name: 'average', assignments: [{ slot, value }] };
}
