import { z } from 'zod';
import { divide, less, multiply, norm, select } from '../../tensor/index.ts';
import { definePenalty } from '../define.ts';

/**
 * Each unit's incoming weights, a column of our [in, out] matrices (a row of PyTorch's), are scaled down to the limit
 * after each update where they are longer (Srebro and Shraibman 2005; with dropout: Srivastava et al. 2014).
 */
export const maxNorm = definePenalty({
  name: 'maxNorm',
  summary:
    'Keeps the incoming weights of each unit no longer than a limit; goes well with dropout and high rates.',
  formula: "after each update: w = w * min(1, limit / length of the unit's weights)",
  options: z.strictObject({
    limit: z
      .number()
      .positive()
      .default(3)
      .describe("Largest length of a unit's incoming weights; usual: 1 to 4."),
  }),
  project(parameter, { limit }) {
    const incoming = parameter.shape.map((_, axis) => axis).slice(0, -1);
    const length = norm(parameter, incoming, { keep: true });
    return multiply(parameter, select(less(limit, length), divide(limit, length), 1));
  },
});
