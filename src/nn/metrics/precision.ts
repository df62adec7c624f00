import { macroAverage, microAverage, weightedAverage } from './classScores.ts';
import { defineClassificationMetric } from './defineMetric.ts';

const better = 'higher';

export const macroPrecision = defineClassificationMetric({
  name: 'macroPrecision',
  summary:
    'Of what was called a class, the share that is that class; the mean over classes, each counting the same.',
  better,
  compute: (input) => macroAverage(input, 'precision'),
});

export const weightedPrecision = defineClassificationMetric({
  name: 'weightedPrecision',
  summary:
    'Of what was called a class, the share that is that class; the mean over classes, each counting by its number of rows.',
  better,
  compute: (input) => weightedAverage(input, 'precision'),
});

export const microPrecision = defineClassificationMetric({
  name: 'microPrecision',
  summary:
    'Of what was called a class, the share that is that class, from the counts of all classes together: the accuracy.',
  better,
  compute: microAverage,
});
