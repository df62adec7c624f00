import { z } from 'zod';
import { tanh as hyperbolicTangent } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

export const tanh = defineActivation({
  name: 'tanh',
  summary: 'Hyperbolic tangent: squeezes into -1 to 1, symmetric about 0. Good in small networks.',
  formula: '(exp(x) - exp(-x)) / (exp(x) + exp(-x))',
  options: z.strictObject({}),
  apply: (x) => hyperbolicTangent(x),
  range: () => [-1, 1],
});
