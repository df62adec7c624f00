import { z } from 'zod';
import { add, erf, multiply, tanh } from '../../tensor/index.ts';
import type { Tensor } from '../../tensor/index.ts';
import { defineActivation } from '../define.ts';

/** Hendrycks and Gimpel, 2016. */
export const gelu = defineActivation({
  name: 'gelu',
  summary: 'Gaussian error linear unit: a smooth relu, usual in transformers.',
  formula: 'x Phi(x), with Phi(x) = (1 + erf(x / sqrt(2))) / 2',
  options: z.strictObject({
    approximate: z
      .enum(['none', 'tanh'])
      .default('none')
      .describe("'tanh' takes Phi(x) = (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2 instead."),
  }),
  apply: (x, { approximate }) =>
    multiply(
      multiply(x, 0.5),
      add(approximate === 'tanh' ? tanh(bentLine(x)) : erf(multiply(x, Math.SQRT1_2)), 1),
    ),
  floor: () => 0,
});

/** sqrt(2 / pi) (x + 0.044715 x^3) */
function bentLine(x: Tensor): Tensor {
  const cubic = multiply(multiply(multiply(x, x), x), 0.044715);
  return multiply(add(x, cubic), Math.sqrt(2 / Math.PI));
}
