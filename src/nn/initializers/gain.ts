import { z } from 'zod';
import { NeumannError } from '../../errors.ts';

const GAINS = {
  linear: 1,
  sigmoid: 1,
  tanh: 5 / 3,
  relu: Math.SQRT2,
  selu: 3 / 4,
  leakyRelu: undefined,
} as const;

export const nonlinearityOption = z
  .enum(['linear', 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'selu'])
  .describe('The activation behind these weights.');

export const negativeSlopeOption = z
  .number()
  .default(0.01)
  .describe('Slope of leakyRelu, if that is the activation.');

export type Nonlinearity = keyof typeof GAINS;

/** What an activation takes from the spread of its input, to be made up for by the weights: PyTorch's calculate_gain. */
export function gain(nonlinearity: Nonlinearity, negativeSlope = 0.01): number {
  if (!(nonlinearity in GAINS)) throw new NeumannError('options', `there is no gain for '${nonlinearity}'`);
  return GAINS[nonlinearity] ?? Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
}
