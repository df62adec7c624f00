import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { add, multiply, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { learningRate, weightDecay, withDecay } from './options.ts';

/**
 * PyTorch's ASGD, single-tensor form (Polyak and Juditsky 1992). State `average` holds the running mean of the parameters
 * from step `averageFrom` on; training goes on from the parameters themselves. `lambda` shrinks all parameters, as there.
 */
export const asgd = defineUpdateOptimizer({
  kind: 'update',
  name: 'asgd',
  summary:
    'Gradient descent that also keeps the average of the weights it passed, which lies nearer to the minimum.',
  formula:
    'eta = rate / (1 + lambda * rate * (t - 1))^alpha;  w = (1 - lambda * eta) * w - eta * g;  average = average + (w - average) / max(1, t - 1 - averageFrom)',
  options: z.strictObject({
    learningRate: learningRate(1e-2),
    lambda: z.number().min(0).default(1e-4).describe("How fast rate and weights shrink (PyTorch's lambd)."),
    alpha: z.number().min(0).default(0.75).describe('Power of the fall of the rate.'),
    averageFrom: z
      .number()
      .min(0)
      .default(1e6)
      .describe("Step from which the average is kept (PyTorch's t0)."),
    weightDecay: weightDecay(0),
  }),
  state: () => ({ average: 0 }),
  scalars({ lambda, alpha, averageFrom }, { step, learningRate }) {
    const rate = learningRate / pow(1 + lambda * learningRate * (step - 1), alpha);
    const fresh = 1 / Math.max(1, step - 1 - averageFrom);
    return { rate, kept: 1 - lambda * rate, fresh, old: 1 - fresh };
  },
  update(tensors, options, decayed) {
    const { state, scalar } = tensors;
    const gradient = withDecay(tensors, options, decayed);
    const parameter = subtract(multiply(scalar.kept, tensors.parameter), multiply(scalar.rate, gradient));
    const average = add(multiply(scalar.old, state.average), multiply(scalar.fresh, parameter));
    return { parameter, state: { average } };
  },
});
