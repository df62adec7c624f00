import { z } from 'zod';
import { multiply, type Tensor } from '../../tensor/index.ts';
import type { UpdateTensors } from '../define.ts';
import { withDecay } from './options.ts';

export const decoupledWeightDecay = z
  .boolean()
  .default(false)
  .describe('Shrink the weights by rate * weightDecay directly, as adamW, instead of through the gradient.');

interface DecayOptions {
  readonly weightDecay: number;
  readonly decoupledWeightDecay: boolean;
}

/** Parameter and gradient after weight decay in the chosen form; `scalar.kept` is 1 - rate * weightDecay. */
export function decayedEitherWay(
  tensors: UpdateTensors,
  options: DecayOptions,
  decayed: boolean,
): { readonly parameter: Tensor; readonly gradient: Tensor } {
  const { parameter, gradient, scalar } = tensors;
  if (!options.decoupledWeightDecay) return { parameter, gradient: withDecay(tensors, options, decayed) };
  return { parameter: decayed ? multiply(scalar.kept, parameter) : parameter, gradient };
}
