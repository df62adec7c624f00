import { defineClassificationMetric } from './defineMetric.ts';
import { oneVsRest } from './oneVsRest.ts';
import { precisionRecallCurve, trapezoids, type RankingCurve } from './rankingCurve.ts';

/** scikit-learn's `average_precision_score`: the step-wise sum of (gain in recall) x precision, without interpolation. */
export const averagePrecision = defineClassificationMetric({
  name: 'averagePrecision',
  summary:
    'Precision averaged over all recalls: how clean the top of the ranking is; tells more than AUC when the class is rare.',
  better: 'higher',
  compute: (input) => oneVsRest(input, stepwiseArea),
});

/** scikit-learn's `auc(recall, precision)`: straight lines between the points, which flatters (Davis and Goadrich 2006). */
export const precisionRecallArea = defineClassificationMetric({
  name: 'precisionRecallArea',
  summary: 'Area under the precision-recall curve by trapezoids; a little above the average precision.',
  better: 'higher',
  compute: (input) => oneVsRest(input, trapezoidArea),
});

function stepwiseArea(curve: RankingCurve): number {
  const { precision, recall } = precisionRecallCurve(curve);
  return precision.reduce((area, value, i) => area + (recall[i] - (i === 0 ? 0 : recall[i - 1])) * value, 0);
}

function trapezoidArea(curve: RankingCurve): number {
  const { precision, recall } = precisionRecallCurve(curve);
  return trapezoids(recall, precision, 1);
}
