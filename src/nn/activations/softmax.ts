import { z } from 'zod';
import { softmax as normalisedExponential } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';
import { axisOption } from './axisOption.ts';

export const softmax = defineActivation({
  name: 'softmax',
  summary:
    'Positive numbers that sum to 1 along an axis. As an output take crossEntropy from logits instead.',
  formula: 'exp(x) / sum(exp(x))',
  options: z.strictObject({ axis: axisOption }),
  apply: (x, { axis }) => normalisedExponential(x, axis),
  range: () => [0, 1],
});
