import type { ClassificationInput } from '../define.ts';
import { average } from './average.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** The mean over rows of the squared distance between the probabilities and the truth's 0s and 1s, summed over classes (Brier 1950). */
export function summedBrierScore({ truth, probabilities, classes, weights }: ClassificationInput): number {
  return average(truth.length, weights, (row) => {
    let distance = 0;
    for (let k = 0; k < classes; k++) {
      const gap = probabilities[row * classes + k] - Number(truth[row] === k);
      distance += gap * gap;
    }
    return distance;
  });
}

/** scikit-learn's `brier_score_loss` with `scale_by_half='auto'`: halved for two classes, where it is mean((p - y)^2). */
export const brierScore = defineClassificationMetric({
  name: 'brierScore',
  summary:
    'Mean squared error of the probabilities: 0 perfect; punishes false certainty more gently than log loss.',
  better: 'lower',
  compute: (input) => summedBrierScore(input) / (input.classes === 2 ? 2 : 1),
});
