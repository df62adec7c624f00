import { z } from 'zod';

/** The option of every penalty that is added to the loss. */
export const strength = z
  .number()
  .min(0)
  .default(1e-3)
  .describe('Weight of the penalty beside the loss; usual: 1e-5 to 1e-2, 0 turns it off.');
