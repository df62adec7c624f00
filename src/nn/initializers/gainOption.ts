import { z } from 'zod';

export const gainOption = z
  .number()
  .positive()
  .default(1)
  .describe('Factor for the activation behind: 1 for linear, 5/3 for tanh.');
