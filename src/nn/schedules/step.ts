import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { defineSchedule } from './defineSchedule.ts';
import { gamma } from './options.ts';

/** PyTorch's StepLR. */
export const step = defineSchedule({
  name: 'step',
  summary: 'Multiplies the rate by a factor every so many epochs.',
  formula: 'rate = base * gamma^floor(count / stepSize)',
  unit: 'epoch',
  options: {
    stepSize: z.int().positive().default(30).describe('Counts between two drops.'),
    gamma: gamma('0.1 to 0.5').default(0.1),
  },
  at: (options, { baseLearningRate, count }) => ({
    learningRate: baseLearningRate * pow(options.gamma, Math.floor(count / options.stepSize)),
  }),
});
