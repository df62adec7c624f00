import type { ClassificationInput } from '../define.ts';
import { rankingCurve, type RankingCurve } from './rankingCurve.ts';

/** The probabilities of one class, one for each row. */
export function scoresOfClass(
  { truth, probabilities, classes }: ClassificationInput,
  ofClass: number,
): Float64Array {
  return Float64Array.from(truth, (_, row) => probabilities[row * classes + ofClass]);
}

/**
 * A measure of two kinds of row for any number of classes. Two classes: of class 1. More: of each class against the
 * rest, averaged plainly (`macro`) or by share of the truth (`weighted`). Classes that have no row, or all rows, do not
 * define it and are left out, where scikit-learn refuses; NaN when none is left.
 */
export function oneVsRest(
  input: ClassificationInput,
  measure: (curve: RankingCurve) => number,
  averaging: 'macro' | 'weighted' = 'macro',
): number {
  const { truth, classes, weights } = input;
  const present = new Set(truth);
  const wanted = classes === 2 ? [1] : Array.from({ length: classes }, (_, k) => k);
  let [sum, total] = [0, 0];
  for (const ofClass of wanted.filter((k) => present.has(k))) {
    const curve = rankingCurve((row) => truth[row] === ofClass, scoresOfClass(input, ofClass), weights);
    const share = curve.truePositives.at(-1)!;
    if (share === 0 || curve.falsePositives.at(-1) === 0) continue;
    const weight = averaging === 'macro' ? 1 : share;
    sum += weight * measure(curve);
    total += weight;
  }
  return sum / total;
}
