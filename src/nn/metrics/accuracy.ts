import { average } from './average.ts';
import { defineClassificationMetric } from './defineMetric.ts';
import { predictedClasses } from './predictedClasses.ts';

export const accuracy = defineClassificationMetric({
  name: 'accuracy',
  summary: 'Share of the rows whose most probable class is the true one.',
  better: 'higher',
  compute(input) {
    const predicted = predictedClasses(input);
    return average(input.truth.length, input.weights, (row) => Number(predicted[row] === input.truth[row]));
  },
});
