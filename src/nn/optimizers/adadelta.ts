import { z } from 'zod';
import { add, divide, multiply, square, squareRoot, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { epsilon, learningRate, runningMean, share, weightDecay, withDecay } from './options.ts';

/** PyTorch's Adadelta (Zeiler 2012, which has no rate). The steps' mean square is of the steps before the rate. */
export const adadelta = defineUpdateOptimizer({
  kind: 'update',
  name: 'adadelta',
  summary: 'Steps in the size of recent steps over recent gradients: needs no learning rate.',
  formula:
    'h = rho * h + (1 - rho) * g^2;  s = sqrt(d + epsilon) / sqrt(h + epsilon) * g;  d = rho * d + (1 - rho) * s^2;  w = w - rate * s',
  options: z.strictObject({
    learningRate: learningRate(1),
    rho: share.default(0.9).describe('Memory of squared gradients and steps; usual: 0.9 to 0.95.'),
    epsilon: epsilon(1e-6),
    weightDecay: weightDecay(0),
  }),
  state: () => ({ squares: 0, squaredSteps: 0 }),
  scalars: (_, { learningRate }) => ({ learningRate }),
  update(tensors, options, decayed) {
    const { parameter, state, scalar } = tensors;
    const { rho, epsilon } = options;
    const gradient = withDecay(tensors, options, decayed);
    const rootOf = (squares: typeof gradient) => squareRoot(add(squares, epsilon));
    const squares = runningMean(state.squares, square(gradient), rho, 1 - rho);
    const step = multiply(divide(rootOf(state.squaredSteps), rootOf(squares)), gradient);
    const squaredSteps = runningMean(state.squaredSteps, square(step), rho, 1 - rho);
    return {
      parameter: subtract(parameter, multiply(scalar.learningRate, step)),
      state: { squares, squaredSteps },
    };
  },
});
