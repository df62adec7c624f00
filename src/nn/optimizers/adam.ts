import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import {
  add,
  divide,
  maximum,
  multiply,
  square,
  squareRoot,
  subtract,
  type Tensor,
} from '../../tensor/index.ts';
import { defineUpdateOptimizer, type StepScalars, type UpdateTensors } from '../define.ts';
import { beta1, beta2, epsilon, learningRate, runningMean, weightDecay, withDecay } from './options.ts';

export const adamOptions = {
  learningRate: learningRate(1e-3),
  beta1,
  beta2,
  epsilon: epsilon(1e-8),
  amsgrad: z
    .boolean()
    .default(false)
    .describe('Divide by the largest mean square so far: steps never grow again (Reddi et al. 2018).'),
};
export type AdamOptions = z.output<z.ZodObject<typeof adamOptions>>;

/**
 * PyTorch's Adam (Kingma and Ba 2015): epsilon outside the root, after bias correction; AMSGrad keeps the largest
 * uncorrected mean square. Keras's epsilon is 1e-7, before bias correction.
 */
export const adam = defineUpdateOptimizer({
  kind: 'update',
  name: 'adam',
  summary:
    'Momentum and a rate of its own for each weight; the usual first choice. Its weight decay is L2: see adamW.',
  formula:
    'm = beta1 * m + (1 - beta1) * g;  h = beta2 * h + (1 - beta2) * g^2;  w = w - rate * m / (1 - beta1^t) / (sqrt(h / (1 - beta2^t)) + epsilon)',
  options: z.strictObject({ ...adamOptions, weightDecay: weightDecay(0) }),
  state: adamState,
  scalars: adamScalars,
  update: (tensors, options, decayed) =>
    adamUpdate(tensors, tensors.parameter, withDecay(tensors, options, decayed), options),
});

export function adamState({ amsgrad }: AdamOptions): Record<string, number> {
  return { mean: 0, squares: 0, ...(amsgrad && { largest: 0 }) };
}

export function adamScalars(options: AdamOptions, { step, learningRate, momentum }: StepScalars) {
  const memory = momentum ?? options.beta1;
  return {
    memory,
    fresh: 1 - memory,
    rate: learningRate / (1 - pow(memory, step)),
    rootCorrection: 1 / Math.sqrt(1 - pow(options.beta2, step)),
  };
}

/** Adam's step from `parameter`, along `gradient`. */
export function adamUpdate(
  { state, scalar }: UpdateTensors,
  parameter: Tensor,
  gradient: Tensor,
  { beta2, epsilon, amsgrad }: AdamOptions,
) {
  const mean = runningMean(state.mean, gradient, scalar.memory, scalar.fresh);
  const squares = runningMean(state.squares, square(gradient), beta2, 1 - beta2);
  const largest = amsgrad ? maximum(state.largest, squares) : undefined;
  const size = add(multiply(squareRoot(largest ?? squares), scalar.rootCorrection), epsilon);
  return {
    parameter: subtract(parameter, multiply(scalar.rate, divide(mean, size))),
    state: { mean, squares, ...(largest && { largest }) },
  };
}
