import { pow } from '../../numeric/index.ts';
import { defineSchedule } from './defineSchedule.ts';
import { gamma } from './options.ts';

/** PyTorch's ExponentialLR. */
export const exponential = defineSchedule({
  name: 'exponential',
  summary: 'Multiplies the rate by the same factor after every epoch.',
  formula: 'rate = base * gamma^count',
  unit: 'epoch',
  options: { gamma: gamma('0.9 to 0.999').default(0.95) },
  at: (options, { baseLearningRate, count }) => ({
    learningRate: baseLearningRate * pow(options.gamma, count),
  }),
});
