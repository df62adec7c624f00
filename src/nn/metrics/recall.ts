import { macroAverage, microAverage, weightedAverage } from './classScores.ts';
import { defineClassificationMetric } from './defineMetric.ts';

const better = 'higher';

export const macroRecall = defineClassificationMetric({
  name: 'macroRecall',
  summary: 'Of what is a class, the share that was called so; the mean over classes, each counting the same.',
  better,
  compute: (input) => macroAverage(input, 'recall'),
});

export const weightedRecall = defineClassificationMetric({
  name: 'weightedRecall',
  summary:
    'Of what is a class, the share that was called so; the mean over classes, each counting by its number of rows.',
  better,
  compute: (input) => weightedAverage(input, 'recall'),
});

export const microRecall = defineClassificationMetric({
  name: 'microRecall',
  summary:
    'Of what is a class, the share that was called so, from the counts of all classes together: the accuracy.',
  better,
  compute: microAverage,
});
