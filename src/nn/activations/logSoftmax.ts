import { z } from 'zod';
import { logSoftmax as logNormalisedExponential } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';
import { axisOption } from './axisOption.ts';

export const logSoftmax = defineActivation({
  name: 'logSoftmax',
  summary: 'Logarithm of the softmax, for losses that take log-probabilities (negativeLogLikelihood).',
  formula: 'x - log(sum(exp(x)))',
  options: z.strictObject({ axis: axisOption }),
  apply: (x, { axis }) => logNormalisedExponential(x, axis),
});
