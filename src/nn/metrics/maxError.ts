import { defineRegressionMetric } from './defineMetric.ts';

export const maxError = defineRegressionMetric({
  name: 'maxError',
  summary: 'The largest miss of all rows (and outputs), in the target’s own unit; weights play no part.',
  better: 'lower',
  compute: ({ truth, prediction }) =>
    truth.reduce((largest, value, i) => Math.max(largest, Math.abs(value - prediction[i])), 0),
});
