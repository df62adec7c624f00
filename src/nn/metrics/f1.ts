import { macroAverage, microAverage, weightedAverage } from './classScores.ts';
import { defineClassificationMetric } from './defineMetric.ts';

const better = 'higher';

export const macroF1 = defineClassificationMetric({
  name: 'macroF1',
  summary: 'The harmonic mean of precision and recall; the mean over classes, each counting the same.',
  better,
  compute: (input) => macroAverage(input, 'f1'),
});

export const weightedF1 = defineClassificationMetric({
  name: 'weightedF1',
  summary:
    'The harmonic mean of precision and recall; the mean over classes, each counting by its number of rows.',
  better,
  compute: (input) => weightedAverage(input, 'f1'),
});

export const microF1 = defineClassificationMetric({
  name: 'microF1',
  summary:
    'The harmonic mean of precision and recall, from the counts of all classes together: the accuracy.',
  better,
  compute: microAverage,
});
