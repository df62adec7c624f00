import { z } from 'zod';
import { annealByCosine } from './anneal.ts';
import { defineSchedule } from './defineSchedule.ts';
import { minimumLearningRate } from './options.ts';

/** PyTorch's CosineAnnealingLR: after `period` the rate climbs back up, as there. */
export const cosine = defineSchedule({
  name: 'cosine',
  summary:
    'Lowers the rate along half a cosine wave: slowly, then fast, then slowly; a good default for a planned length.',
  formula: 'rate = minimum + (base - minimum) * (1 + cos(pi * count / period)) / 2',
  unit: 'epoch',
  options: {
    period: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe("Counts from top to bottom (PyTorch's T_max); null: the whole run."),
    minimumLearningRate,
  },
  at: (options, { baseLearningRate, count, total }) => ({
    learningRate: annealByCosine(
      baseLearningRate,
      options.minimumLearningRate,
      count / (options.period ?? total),
    ),
  }),
});
