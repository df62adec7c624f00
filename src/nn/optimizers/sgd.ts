import { z } from 'zod';
import { add, multiply, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer, type Updated } from '../define.ts';
import { learningRate, share, weightDecay, withDecay } from './options.ts';

const options = {
  learningRate: learningRate(1e-3),
  momentum: share
    .default(0)
    .describe('Share of the last step that is made again; usual: 0.9. 0 is plain gradient descent.'),
  dampening: share.default(0).describe('Share of each gradient that is kept out of the velocity.'),
  nesterov: z
    .boolean()
    .default(false)
    .describe('Step as if the velocity had been applied once more already.'),
  weightDecay: weightDecay(0),
};

/**
 * PyTorch's SGD, where the learning rate multiplies the velocity. In Keras (and Sutskever et al. 2013) it multiplies the
 * gradient before it enters the velocity: the same as long as the rate does not change. A schedule that moves momentum
 * moves it here only where it is above 0 to begin with.
 */
export const sgd = defineUpdateOptimizer({
  kind: 'update',
  name: 'sgd',
  summary: 'Stochastic gradient descent, with momentum or without; generalises well once its rate is tuned.',
  formula:
    'v = momentum * v + (1 - dampening) * g;  w = w - rate * v;  Nesterov: w = w - rate * (g + momentum * v)',
  options: z
    .strictObject(options)
    .refine(({ nesterov, momentum, dampening }) => !nesterov || (momentum > 0 && dampening === 0), {
      error: 'nesterov needs a momentum above 0 and a dampening of 0',
    }),
  state: ({ momentum }): Record<string, number> => (momentum > 0 ? { velocity: 0 } : {}),
  scalars: ({ momentum, dampening }, { step, learningRate, momentum: moved }) => ({
    learningRate,
    momentum: moved ?? momentum,
    fresh: step === 1 ? 1 : 1 - dampening,
  }),
  update(tensors, options, decayed): Updated {
    const { parameter, state, scalar } = tensors;
    const gradient = withDecay(tensors, options, decayed);
    if (options.momentum === 0)
      return { parameter: subtract(parameter, multiply(scalar.learningRate, gradient)), state: {} };
    const velocity = add(multiply(scalar.momentum, state.velocity), multiply(scalar.fresh, gradient));
    const step = options.nesterov ? add(gradient, multiply(scalar.momentum, velocity)) : velocity;
    return { parameter: subtract(parameter, multiply(scalar.learningRate, step)), state: { velocity } };
  },
});
