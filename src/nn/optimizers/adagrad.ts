import { z } from 'zod';
import { add, divide, multiply, square, squareRoot, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { epsilon, learningRate, weightDecay, withDecay } from './options.ts';

/** PyTorch's Adagrad (Duchi et al. 2011); Keras starts the sum at 0.1 and puts epsilon under the root. */
export const adagrad = defineUpdateOptimizer({
  kind: 'update',
  name: 'adagrad',
  summary: 'Each weight has its own rate, which only ever falls: good for rare features, slow in long runs.',
  formula: 'h = h + g^2;  w = w - rate / (1 + (t - 1) * learningRateDecay) * g / (sqrt(h) + epsilon)',
  options: z.strictObject({
    learningRate: learningRate(1e-2),
    learningRateDecay: z
      .number()
      .min(0)
      .default(0)
      .describe('How fast the rate falls with the number of steps.'),
    initialAccumulator: z
      .number()
      .min(0)
      .default(0)
      .describe('What the sum of squares starts from; above 0 the first steps are smaller.'),
    epsilon: epsilon(1e-10),
    weightDecay: weightDecay(0),
  }),
  state: ({ initialAccumulator }) => ({ squares: initialAccumulator }),
  scalars: ({ learningRateDecay }, { step, learningRate }) => ({
    rate: learningRate / (1 + (step - 1) * learningRateDecay),
  }),
  update(tensors, options, decayed) {
    const { parameter, state, scalar } = tensors;
    const gradient = withDecay(tensors, options, decayed);
    const squares = add(state.squares, square(gradient));
    const step = divide(gradient, add(squareRoot(squares), options.epsilon));
    return { parameter: subtract(parameter, multiply(scalar.rate, step)), state: { squares } };
  },
});
