import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { add, divide, multiply, square, squareRoot, subtract } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { decayedEitherWay, decoupledWeightDecay } from './decoupled.ts';
import { beta1, beta2, epsilon, learningRate, runningMean, weightDecay } from './options.ts';

/** PyTorch's NAdam (Dozat 2016). `memory.product` is the product of all mu so far. */
export const nadam = defineUpdateOptimizer({
  kind: 'update',
  name: 'nadam',
  summary: "Adam with Nesterov's look ahead; often a little faster than adam.",
  formula:
    'mu_t = beta1 * (1 - 0.96^(t * momentumDecay) / 2);  w = w - rate * ((1 - mu_t) / (1 - mu_1...mu_t) * g + mu_t+1 / (1 - mu_1...mu_t+1) * m) / (sqrt(h / (1 - beta2^t)) + epsilon)',
  options: z.strictObject({
    learningRate: learningRate(2e-3),
    beta1,
    beta2,
    epsilon: epsilon(1e-8),
    momentumDecay: z
      .number()
      .min(0)
      .default(4e-3)
      .describe('How fast momentum reaches beta1 from half of it.'),
    weightDecay: weightDecay(0),
    decoupledWeightDecay,
  }),
  state: () => ({ mean: 0, squares: 0 }),
  scalars(options, { step, learningRate, momentum }, memory) {
    const limit = momentum ?? options.beta1;
    const momentumAt = (t: number) => limit * (1 - 0.5 * pow(0.96, t * options.momentumDecay));
    const [now, next] = [momentumAt(step), momentumAt(step + 1)];
    memory.product = (memory.product ?? 1) * now;
    return {
      memory: limit,
      fresh: 1 - limit,
      gradientRate: (learningRate * (1 - now)) / (1 - memory.product),
      meanRate: (learningRate * next) / (1 - memory.product * next),
      rootCorrection: 1 / Math.sqrt(1 - pow(options.beta2, step)),
      kept: 1 - learningRate * options.weightDecay,
    };
  },
  update(tensors, options, decayed) {
    const { state, scalar } = tensors;
    const { parameter, gradient } = decayedEitherWay(tensors, options, decayed);
    const mean = runningMean(state.mean, gradient, scalar.memory, scalar.fresh);
    const squares = runningMean(state.squares, square(gradient), options.beta2, 1 - options.beta2);
    const size = add(multiply(squareRoot(squares), scalar.rootCorrection), options.epsilon);
    const ahead = add(multiply(scalar.gradientRate, gradient), multiply(scalar.meanRate, mean));
    return { parameter: subtract(parameter, divide(ahead, size)), state: { mean, squares } };
  },
});
