import type { ClassificationInput } from '../define.ts';
import { defineClassificationMetric } from './defineMetric.ts';
import { oneVsRest, scoresOfClass } from './oneVsRest.ts';
import { areaUnderRoc, rankingCurve } from './rankingCurve.ts';

/** scikit-learn's `roc_auc_score`, for more than two classes with `multi_class='ovr', average='macro'`. */
export const auc = defineClassificationMetric({
  name: 'auc',
  summary:
    'Area under the ROC curve: the chance that a row of the class is ranked above one that is not; 0.5 is chance. Several classes: each against the rest, plain mean.',
  better: 'higher',
  compute: (input) => oneVsRest(input, areaUnderRoc),
});

/** `roc_auc_score(multi_class='ovr', average='weighted')`. */
export const weightedAuc = defineClassificationMetric({
  name: 'weightedAuc',
  summary: 'Area under the ROC curve of each class against the rest, averaged by number of rows.',
  better: 'higher',
  compute: (input) => oneVsRest(input, areaUnderRoc, 'weighted'),
});

/** `roc_auc_score(multi_class='ovo', average='macro')` (Hand and Till 2001), insensitive to how frequent the classes are. */
export const oneVsOneAuc = defineClassificationMetric({
  name: 'oneVsOneAuc',
  summary: 'Area under the ROC curve of each pair of classes, plain mean over the pairs.',
  better: 'higher',
  compute: (input) => oneVsOne(input, 'macro'),
});

/** `roc_auc_score(multi_class='ovo', average='weighted')`. */
export const weightedOneVsOneAuc = defineClassificationMetric({
  name: 'weightedOneVsOneAuc',
  summary: 'Area under the ROC curve of each pair of classes, averaged by number of rows of the pair.',
  better: 'higher',
  compute: (input) => oneVsOne(input, 'weighted'),
});

function oneVsOne(input: ClassificationInput, averaging: 'macro' | 'weighted'): number {
  const { truth, classes } = input;
  const rowsOf = Array.from({ length: classes }, (_, k) =>
    truth.reduce((n, label) => n + Number(label === k), 0),
  );
  let [sum, total] = [0, 0];
  for (let a = 0; a < classes; a++) {
    for (let b = a + 1; b < classes; b++) {
      if (rowsOf[a] === 0 || rowsOf[b] === 0) continue;
      const weight = averaging === 'macro' ? 1 : rowsOf[a] + rowsOf[b];
      sum += (weight * (aucWithin(input, a, b) + aucWithin(input, b, a))) / 2;
      total += weight;
    }
  }
  return sum / total;
}

/** How well the probability of `a` tells rows of `a` from rows of `b`. */
function aucWithin(input: ClassificationInput, a: number, b: number): number {
  const { truth, weights } = input;
  const ofPair = Float64Array.from(truth, (label, row) =>
    label === a || label === b ? (weights?.[row] ?? 1) : 0,
  );
  return areaUnderRoc(rankingCurve((row) => truth[row] === a, scoresOfClass(input, a), ofPair));
}
