import { z } from 'zod';
import { less, relu, select, subtract } from '../../tensor/index.ts';
import { defineLoss } from '../define.ts';

/** PyTorch's HingeEmbeddingLoss. */
export const hingeEmbedding = defineLoss({
  name: 'hingeEmbedding',
  summary: 'For distances of pairs: those alike (1) should be near, the others (-1) at least a margin apart.',
  formula: 't = 1: y; t = -1: max(0, margin - y)',
  options: z.strictObject({ margin: z.number().default(1).describe('How far apart is far enough.') }),
  target: 'signs',
  each: (prediction, target, { margin }) =>
    select(less(0, target), prediction, relu(subtract(margin, prediction))),
});
