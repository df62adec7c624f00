import { z } from 'zod';
import { add, multiply, type Tensor } from '../../tensor/index.ts';

/** Options that several optimizers share. */
export const learningRate = (usual: number) =>
  z.number().positive().default(usual).describe('Size of a step, before any schedule.');

export const weightDecay = (usual: number) =>
  z.number().min(0).default(usual).describe('How strongly weights shrink in each step; usual: 0 to 0.1.');

export const share = z.number().min(0).lt(1);

export const beta1 = share.default(0.9).describe('Memory of the mean gradient; usual: 0.8 to 0.95.');
export const beta2 = share
  .default(0.999)
  .describe('Memory of the mean squared gradient; usual: 0.95 to 0.999.');

export const epsilon = (usual: number) =>
  z
    .number()
    .min(0)
    .default(usual)
    .describe('Added to the denominator, so that tiny gradients make no giant steps.');

/** The gradient of loss + weightDecay/2 * sum(w^2): decay as PyTorch's `weight_decay` does it where it is not decoupled. */
export function withDecay(
  { parameter, gradient }: { readonly parameter: Tensor; readonly gradient: Tensor },
  { weightDecay: strength }: { readonly weightDecay: number },
  decayed: boolean,
): Tensor {
  return decayed && strength > 0 ? add(gradient, multiply(strength, parameter)) : gradient;
}

/** The running mean: memory * before + (1 - memory) * value. */
export function runningMean(
  before: Tensor,
  value: Tensor,
  memory: number | Tensor,
  fresh: number | Tensor,
): Tensor {
  return add(multiply(memory, before), multiply(fresh, value));
}
