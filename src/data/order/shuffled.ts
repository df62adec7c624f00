import { z } from 'zod';
import { permutation } from '../../numeric/index.ts';
import { defineOrder } from './define.ts';

/** Every order of the rows is equally likely; the same one for a seed and epoch, whatever the batch size. */
export const shuffled = defineOrder({
  name: 'shuffled',
  summary: 'A new random order in each epoch: what mini-batch learning takes for granted.',
  options: z.strictObject({}),
  start: (_options, { seed, rows }) => ({
    needsLosses: false,
    order: (epoch) => permutation(seed, 'order', epoch, rows),
  }),
});
