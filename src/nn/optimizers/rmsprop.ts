import { z } from 'zod';
import { add, divide, maximum, multiply, square, squareRoot, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { epsilon, learningRate, runningMean, share, weightDecay, withDecay } from './options.ts';

/**
 * PyTorch's RMSprop (Hinton 2012), epsilon outside the root; Keras has it inside, and rho 0.9. Centred, the variance is
 * kept from falling below 0 by rounding, where PyTorch would give NaN.
 */
export const rmsprop = defineUpdateOptimizer({
  kind: 'update',
  name: 'rmsprop',
  summary: 'Each weight steps in the size of its recent gradients; copes with noisy and changing losses.',
  formula:
    'h = alpha * h + (1 - alpha) * g^2;  s = g / (sqrt(h) + epsilon), centred: h - m^2 for h;  v = momentum * v + s;  w = w - rate * v',
  options: z.strictObject({
    learningRate: learningRate(1e-2),
    alpha: share.default(0.99).describe('Memory of the squared gradients; usual: 0.9 to 0.99.'),
    epsilon: epsilon(1e-8),
    momentum: share.default(0).describe('Share of the last step that is made again; usual: 0 to 0.9.'),
    centred: z
      .boolean()
      .default(false)
      .describe('Divide by the spread of the gradients instead of their size.'),
    weightDecay: weightDecay(0),
  }),
  state: ({ momentum, centred }) => ({
    squares: 0,
    ...(centred && { mean: 0 }),
    ...(momentum > 0 && { velocity: 0 }),
  }),
  scalars: (options, { learningRate, momentum }) => ({
    learningRate,
    momentum: momentum ?? options.momentum,
  }),
  update(tensors, options, decayed) {
    const { parameter, state, scalar } = tensors;
    const { alpha } = options;
    const gradient = withDecay(tensors, options, decayed);
    const squares = runningMean(state.squares, square(gradient), alpha, 1 - alpha);
    const mean = options.centred ? runningMean(state.mean, gradient, alpha, 1 - alpha) : undefined;
    const spread = mean ? maximum(subtract(squares, square(mean)), 0) : squares;
    const step = divide(gradient, add(squareRoot(spread), options.epsilon));
    const velocity = options.momentum > 0 ? add(multiply(scalar.momentum, state.velocity), step) : undefined;
    return {
      parameter: subtract(parameter, multiply(scalar.learningRate, velocity ?? step)),
      state: { squares, ...(mean && { mean }), ...(velocity && { velocity }) },
    };
  },
});
