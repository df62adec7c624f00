import type { ClassificationInput } from '../define.ts';
import { classTotals, sum, type ClassTotals } from './confusionMatrix.ts';

/** Precision, recall and F1 of every class, and its share of the truth (by weight). */
export interface ClassScores {
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  readonly f1: Float64Array;
  readonly support: Float64Array;
}

/** scikit-learn's `precision_recall_fscore_support(average=None, zero_division=0)`: with nothing to divide by, 0. */
export function classScores(input: ClassificationInput): ClassScores {
  return scoresOf(classTotals(input));
}

function scoresOf({ truth, predicted, correct }: ClassTotals): ClassScores {
  return {
    precision: correct.map((hits, k) => ratio(hits, predicted[k])),
    recall: correct.map((hits, k) => ratio(hits, truth[k])),
    f1: correct.map((hits, k) => ratio(2 * hits, predicted[k] + truth[k])),
    support: truth,
  };
}

export type ClassScore = 'precision' | 'recall' | 'f1';

/** The plain mean over the classes that occur in truth or prediction (scikit-learn's `macro`). */
export function macroAverage(input: ClassificationInput, score: ClassScore): number {
  const totals = classTotals(input);
  const values = scoresOf(totals)[score].filter((_, k) => totals.truth[k] > 0 || totals.predicted[k] > 0);
  return sum(values) / values.length;
}

/** The mean over classes weighted by their share of the truth (scikit-learn's `weighted`). */
export function weightedAverage(input: ClassificationInput, score: ClassScore): number {
  const totals = classTotals(input);
  const values = scoresOf(totals)[score].map((value, k) => value * totals.truth[k]);
  return sum(values) / totals.total;
}

/** From the counts of all classes together (scikit-learn's `micro`); with one label a row it is the accuracy. */
export function microAverage(input: ClassificationInput): number {
  const totals = classTotals(input);
  return sum(totals.correct) / totals.total;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
