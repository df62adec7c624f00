import { z } from 'zod';
import { multiply, sum } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';
import { sameShapeFormula } from '../sameShapeFormula.ts';
import { strength } from './options.ts';

/** The formula is parsed, never run as code. */
export const custom = definePenalty({
  name: 'custom',
  summary: 'A penalty of your own, as a formula of each weight.',
  formula: 'loss + strength * sum(the option `formula`)',
  options: z.strictObject({
    strength,
    formula: z.string().min(1).describe("A formula of w, such as 'log(1 + w^2)' or 'w^2 / (1 + w^2)'."),
  }),
  value: (w, options) => multiply(options.strength, sum(sameShapeFormula(options.formula, { w }))),
});
