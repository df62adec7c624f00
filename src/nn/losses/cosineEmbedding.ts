import { z } from 'zod';
import { less, relu, select, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';
import { cosine, lengthsPlus } from './cosine.ts';
import { halves } from './halves.ts';

/** PyTorch's CosineEmbeddingLoss. The output holds both vectors of a pair, one behind the other; the target is [n, 1]. */
export const cosineEmbedding = defineLoss({
  name: 'cosineEmbedding',
  summary: 'For pairs of vectors: those alike (1) should point the same way, the others (-1) elsewhere.',
  formula: 't = 1: 1 - cos; t = -1: max(0, cos - margin)',
  options: z.strictObject({
    margin: z.number().min(-1).max(1).default(0).describe('Largest cosine that is no loss for pairs unlike.'),
  }),
  target: 'signs',
  targetWidth: () => 1,
  each(prediction, target, { margin }) {
    const [one, other] = halves(prediction);
    const cos = cosine(one, other, lengthsPlus(1e-12));
    return select(less(0, target), subtract(1, cos), relu(subtract(cos, margin)));
  },
});
