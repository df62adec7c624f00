import type { ClassificationInput } from '../define.ts';
import { predictedClasses } from './predictedClasses.ts';

/**
 * How often (by weight) each class was taken for each: row = truth, column = prediction, [classes, classes] row-major.
 * scikit-learn's `confusion_matrix`, with a row and column for every class, even one that no row has.
 */
export function confusionMatrix(input: ClassificationInput): Float64Array {
  const { truth, classes, weights } = input;
  const predicted = predictedClasses(input);
  const counts = new Float64Array(classes * classes);
  truth.forEach((label, row) => {
    counts[label * classes + predicted[row]] += weights ? weights[row] : 1;
  });
  return counts;
}

/** A confusion matrix's margins: what was there, what was said, where both agree. */
export interface ClassTotals {
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  readonly correct: Float64Array;
  readonly total: number;
}

export function classTotals(input: ClassificationInput): ClassTotals {
  const { classes } = input;
  const counts = confusionMatrix(input);
  const truth = new Float64Array(classes);
  const predicted = new Float64Array(classes);
  counts.forEach((count, i) => {
    truth[Math.floor(i / classes)] += count;
    predicted[i % classes] += count;
  });
  const correct = truth.map((_, k) => counts[k * classes + k]);
  return { truth, predicted, correct, total: sum(truth) };
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
