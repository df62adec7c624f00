import { z } from 'zod';
import { logSigmoid as logLogistic } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const logSigmoid = defineActivation({
  name: 'logSigmoid',
  summary: 'Logarithm of the sigmoid, without loss of digits on the negative side.',
  formula: '-log(1 + exp(-x))',
  options: z.strictObject({}),
  apply: (x) => logLogistic(x),
});
