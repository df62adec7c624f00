import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { add, divide, multiply, square, squareRoot, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { decayedEitherWay, decoupledWeightDecay } from './decoupled.ts';
import { beta1, beta2, epsilon, learningRate, runningMean, weightDecay } from './options.ts';

/** PyTorch's RAdam (Liu et al. 2020): plain momentum while too few gradients have been seen to judge their variance. */
export const radam = defineUpdateOptimizer({
  kind: 'update',
  name: 'radam',
  summary: 'Adam that starts carefully by itself: no warm-up needed.',
  formula:
    'rho_t = rho - 2 * t * beta2^t / (1 - beta2^t), rho = 2 / (1 - beta2) - 1;  w = w - rate * m / (1 - beta1^t) * (rho_t > 5 ? r_t * sqrt(1 - beta2^t) / (sqrt(h) + epsilon) : 1)',
  options: z.strictObject({
    learningRate: learningRate(1e-3),
    beta1,
    beta2,
    epsilon: epsilon(1e-8),
    weightDecay: weightDecay(0),
    decoupledWeightDecay,
  }),
  state: () => ({ mean: 0, squares: 0 }),
  scalars(options, { step, learningRate, momentum }) {
    const memory = momentum ?? options.beta1;
    const rate = learningRate / (1 - pow(memory, step));
    const rectified = rectification(options.beta2, step);
    return {
      memory,
      fresh: 1 - memory,
      adaptiveRate: rate * rectified,
      plainRate: rectified === 0 ? rate : 0,
      kept: 1 - learningRate * options.weightDecay,
    };
  },
  update(tensors, options, decayed) {
    const { state, scalar } = tensors;
    const { parameter, gradient } = decayedEitherWay(tensors, options, decayed);
    const mean = runningMean(state.mean, gradient, scalar.memory, scalar.fresh);
    const squares = runningMean(state.squares, square(gradient), options.beta2, 1 - options.beta2);
    const adaptive = divide(scalar.adaptiveRate, add(squareRoot(squares), options.epsilon));
    const step = multiply(add(adaptive, scalar.plainRate), mean);
    return { parameter: subtract(parameter, step), state: { mean, squares } };
  },
});

/** r_t * sqrt(1 - beta2^t); 0 where the variance of the mean square can't be told yet. */
function rectification(beta2: number, step: number): number {
  const correction = 1 - pow(beta2, step);
  const limit = 2 / (1 - beta2) - 1;
  const length = limit - (2 * step * (1 - correction)) / correction;
  if (length <= 5) return 0;
  const ratio = ((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length);
  return Math.sqrt(ratio * correction);
}
