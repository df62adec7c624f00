import { z } from 'zod';
import { defineInitializer } from '../define.ts';

/** Martens, 2010, in PyTorch's form: zeros are counted among the weights that leave one input (a row of our [in, out]). */
export const sparse = defineInitializer({
  name: 'sparse',
  summary: 'Normal, but most weights of every input are zero: few, distinct connections to start from.',
  formula: 'N(0, deviation^2), a share of the weights of each input 0',
  options: z.strictObject({
    sparsity: z.number().min(0).max(1).default(0.9).describe('Share of zeros, rounded up to whole weights.'),
    deviation: z.number().positive().default(0.01).describe('Standard deviation of the others.'),
  }),
  fill(values, shape, _fan, { sparsity, deviation }, random) {
    const rows = shape[0] ?? 1;
    const columns = values.length / rows;
    for (let row = 0; row < rows; row++) {
      const start = row * columns;
      // The zeros go where the smallest of as many uniform numbers lie: a random choice without replacement.
      const lots = Float64Array.from({ length: columns }, (_, i) =>
        random.uniform(values.length + start + i),
      );
      const order = Array.from(lots.keys()).sort((a, b) => lots[a] - lots[b] || a - b);
      order.forEach((column, rank) => {
        const kept = rank >= Math.ceil(sparsity * columns);
        values[start + column] = kept ? random.normal(start + column) * deviation : 0;
      });
    }
  },
});
