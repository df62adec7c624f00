import { z } from 'zod';
import { defineLoss } from '../define.ts';
import { sameShapeFormula } from '../sameShapeFormula.ts';

/** The formula is parsed, never run as code. */
export const custom = defineLoss({
  name: 'custom',
  summary: 'A loss of your own, as a formula of prediction and target, taken element by element.',
  formula: 'the option `formula`',
  options: z.strictObject({
    formula: z
      .string()
      .min(1)
      .describe("A formula of prediction and target, such as 'sqrt(1 + (prediction - target)^2) - 1'."),
  }),
  target: 'number',
  each: (prediction, target, { formula }) => sameShapeFormula(formula, { prediction, target }),
});
