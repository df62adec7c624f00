import { classTotals } from './confusionMatrix.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** scikit-learn's `matthews_corrcoef`, Gorodkin's form for any number of classes; 0 where either side is constant. */
export const matthews = defineClassificationMetric({
  name: 'matthews',
  summary: "Matthews' correlation of truth and prediction: 1 perfect, 0 no better than chance, -1 all wrong.",
  better: 'higher',
  compute(input) {
    const { truth, predicted, correct, total } = classTotals(input);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * b[k], 0);
    const hits = correct.reduce((sum, value) => sum + value, 0);
    const covariance = hits * total - dot(truth, predicted);
    const spread = (total * total - dot(predicted, predicted)) * (total * total - dot(truth, truth));
    return spread === 0 ? 0 : covariance / Math.sqrt(spread);
  },
});
