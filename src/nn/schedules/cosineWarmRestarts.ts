import { z } from 'zod';
import { annealByCosine } from './anneal.ts';
import { defineSchedule } from './defineSchedule.ts';
import { minimumLearningRate } from './options.ts';

/** PyTorch's CosineAnnealingWarmRestarts (SGDR, Loshchilov and Hutter 2017). */
export const cosineWarmRestarts = defineSchedule({
  name: 'cosineWarmRestarts',
  summary: 'Cosine waves one after the other, each starting at the full rate again and longer than the last.',
  formula:
    'rate = minimum + (base - minimum) * (1 + cos(pi * (count since restart) / (length of this wave))) / 2',
  unit: 'epoch',
  options: {
    firstPeriod: z.int().positive().default(10).describe("Counts of the first wave (PyTorch's T_0)."),
    periodFactor: z
      .int()
      .min(1)
      .default(1)
      .describe("How many times longer each wave is than the last (PyTorch's T_mult)."),
    minimumLearningRate,
  },
  at(options, { baseLearningRate, count }) {
    let [since, period] = [count, options.firstPeriod];
    if (options.periodFactor === 1) since %= period;
    while (since >= period) {
      since -= period;
      period *= options.periodFactor;
    }
    return { learningRate: annealByCosine(baseLearningRate, options.minimumLearningRate, since / period) };
  },
});
