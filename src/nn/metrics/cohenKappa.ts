import { classTotals, sum } from './confusionMatrix.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** scikit-learn's `cohen_kappa_score`; not defined where truth and prediction are one and the same class throughout. */
export const cohenKappa = defineClassificationMetric({
  name: 'cohenKappa',
  summary:
    "Cohen's kappa: agreement of truth and prediction beyond what chance would give; 1 perfect, 0 chance.",
  better: 'higher',
  compute(input) {
    const { truth, predicted, correct, total } = classTotals(input);
    let byChance = 0;
    truth.forEach((share, k) =>
      predicted.forEach((guess, other) => {
        if (k !== other) byChance += (share * guess) / total;
      }),
    );
    return 1 - (total - sum(correct)) / byChance;
  },
});
