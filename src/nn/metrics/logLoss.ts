import { log } from '../../numeric/index.ts';
import { average } from './average.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** What a probability of 0 counts as (scikit-learn: the spacing of float64 at 1), so that one sure mistake costs 36, not infinity. */
const leastProbability = 2.220446049250313e-16;

/** scikit-learn's `log_loss`. */
export const logLoss = defineClassificationMetric({
  name: 'logLoss',
  summary: 'Mean of -log of the probability given to the true class: 0 perfect, log(classes) knows nothing.',
  better: 'lower',
  compute({ truth, probabilities, classes, weights }) {
    return average(truth.length, weights, (row) => {
      const probability = probabilities[row * classes + truth[row]];
      return -log(Math.min(Math.max(probability, leastProbability), 1 - leastProbability));
    });
  },
});
