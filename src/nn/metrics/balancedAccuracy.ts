import { classScores } from './classScores.ts';
import { sum } from './confusionMatrix.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** scikit-learn's `balanced_accuracy_score`: the mean recall over the classes that the truth has. */
export const balancedAccuracy = defineClassificationMetric({
  name: 'balancedAccuracy',
  summary: 'The mean over classes of the share of their rows that was recognised; fair to rare classes.',
  better: 'higher',
  compute(input) {
    const { recall, support } = classScores(input);
    const present = recall.filter((_, k) => support[k] > 0);
    return sum(present) / present.length;
  },
});
