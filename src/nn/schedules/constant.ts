import { defineSchedule } from './defineSchedule.ts';

export const constant = defineSchedule({
  name: 'constant',
  summary: 'The learning rate stays as it is.',
  formula: 'rate = base',
  unit: 'epoch',
  options: {},
  at: (_, { baseLearningRate }) => ({ learningRate: baseLearningRate }),
});
