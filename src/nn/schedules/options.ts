import { z } from 'zod';

/** Options that several schedules share. */
export const gamma = (usual: string) =>
  z.number().positive().describe(`Factor the rate is multiplied by; usual: ${usual}.`);

export const minimumLearningRate = z
  .number()
  .min(0)
  .default(0)
  .describe("The lowest rate (PyTorch's eta_min or min_lr).");

export const maximumLearningRate = z
  .number()
  .positive()
  .nullable()
  .default(null)
  .describe("The highest rate; null: the optimizer's learning rate.");

export const cycleMomentum = z
  .boolean()
  .default(true)
  .describe('Move momentum (or beta1) against the rate: low where the rate is high.');

export const momentumBound = (value: number, which: string) =>
  z.number().min(0).lt(1).default(value).describe(`The ${which} momentum of the cycle.`);
