import { z } from 'zod';
import { sigmoid as logistic } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const sigmoid = defineActivation({
  name: 'sigmoid',
  summary:
    'Squeezes into 0 to 1. In hidden layers its gradient fades; as an output take a loss from logits instead.',
  formula: '1 / (1 + exp(-x))',
  options: z.strictObject({}),
  apply: (x) => logistic(x),
  range: () => [0, 1],
});
