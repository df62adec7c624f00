import { z } from 'zod';
import { absolute, maximum, multiply, sign, subtract } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';
import { strength } from './options.ts';

/** Soft thresholding after each update (proximal gradient, ISTA), by learning rate times strength. */
export const l1Proximal = definePenalty({
  name: 'l1Proximal',
  summary: 'L1 that makes unneeded weights exactly 0: they can be counted, and left out of the model.',
  formula: 'after each update: w = sign(w) * max(|w| - rate * strength, 0)',
  options: z.strictObject({ strength }),
  project: (parameter, options, learningRate) =>
    multiply(
      sign(parameter),
      maximum(subtract(absolute(parameter), multiply(learningRate, options.strength)), 0),
    ),
});
