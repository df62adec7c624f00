import { z } from 'zod';
import { pow } from '../../numeric/index.ts';
import { defineSchedule } from './defineSchedule.ts';
import { gamma } from './options.ts';

/** PyTorch's MultiStepLR; a milestone given twice counts twice, as there. */
export const multiStep = defineSchedule({
  name: 'multiStep',
  summary: 'Multiplies the rate by a factor at each of a list of epochs.',
  formula: 'rate = base * gamma^(number of milestones reached)',
  unit: 'epoch',
  options: {
    milestones: z.array(z.int().min(0)).default([30, 60, 80]).describe('Counts at which the rate drops.'),
    gamma: gamma('0.1 to 0.5').default(0.1),
  },
  at: (options, { baseLearningRate, count }) => ({
    learningRate:
      baseLearningRate * pow(options.gamma, options.milestones.filter((at) => at <= count).length),
  }),
});
