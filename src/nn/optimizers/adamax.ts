import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { absolute, add, divide, maximum, multiply, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { beta1, beta2, epsilon, learningRate, runningMean, weightDecay, withDecay } from './options.ts';

/** PyTorch's Adamax (Kingma and Ba 2015, section 7.1). */
export const adamax = defineUpdateOptimizer({
  kind: 'update',
  name: 'adamax',
  summary:
    'Adam with the largest recent gradient in place of the mean square: steady where gradients are sparse.',
  formula:
    'm = beta1 * m + (1 - beta1) * g;  u = max(beta2 * u, |g| + epsilon);  w = w - rate / (1 - beta1^t) * m / u',
  options: z.strictObject({
    learningRate: learningRate(2e-3),
    beta1,
    beta2,
    epsilon: epsilon(1e-8),
    weightDecay: weightDecay(0),
  }),
  state: () => ({ mean: 0, largest: 0 }),
  scalars(options, { step, learningRate, momentum }) {
    const memory = momentum ?? options.beta1;
    return { memory, fresh: 1 - memory, rate: learningRate / (1 - pow(memory, step)) };
  },
  update(tensors, options, decayed) {
    const { parameter, state, scalar } = tensors;
    const gradient = withDecay(tensors, options, decayed);
    const mean = runningMean(state.mean, gradient, scalar.memory, scalar.fresh);
    const largest = maximum(multiply(options.beta2, state.largest), add(absolute(gradient), options.epsilon));
    return {
      parameter: subtract(parameter, multiply(scalar.rate, divide(mean, largest))),
      state: { mean, largest },
    };
  },
});
