import { z } from 'zod';
import { defineActivation } from '../define.ts';
import { sameShapeFormula } from '../sameShapeFormula.ts';

/** The formula is parsed, never run as code. Where it has a corner, each side of `? :` has its own derivative. */
export const custom = defineActivation({
  name: 'custom',
  summary: 'An activation of your own, as a formula of x.',
  formula: 'the option `formula`',
  options: z.strictObject({
    formula: z
      .string()
      .min(1)
      .describe("A formula of x, such as 'x / (1 + exp(-x))' or 'x > 0 ? x : 0.1 * x'."),
  }),
  apply: (x, { formula }) => sameShapeFormula(formula, { x }),
});
