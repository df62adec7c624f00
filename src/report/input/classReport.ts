import type { ClassificationInput } from '../../nn/define.ts';
import {
  calibrationBins,
  calibrationErrorOf,
  confusionMatrix,
  metrics,
  rankingCurve,
} from '../../nn/metrics/index.ts';
import type { MeasuredRows } from './partRows.ts';
import { largest } from './largest.ts';
import { thin } from '../svg/thin.ts';
import type { CalibrationPoint, ClassReport, Ranking, WorstClassRow } from './types.ts';

/** Bins of stated certainty: ten, as people think of probabilities. */
const BINS = 10;
const WORST_ROWS = 6;
/** Points of a ranking curve; more can't be seen. */
const CURVE_POINTS = 240;

/** What went right and wrong with a target's classes. */
export function classReport(
  target: string,
  classes: readonly string[],
  input: ClassificationInput,
  { part, rows, learnedFrom }: MeasuredRows,
): ClassReport {
  return {
    task: 'classification',
    target,
    classes,
    part,
    learnedFrom,
    rows: rows.length,
    confusion: confusionMatrix(input),
    calibration: calibrationPoints(input),
    calibrationError: calibrationErrorOf(input, BINS),
    ranking: classes.length === 2 ? ranking(input) : undefined,
    worst: worstRows(classes, input, rows),
  };
}

function calibrationPoints(input: ClassificationInput): CalibrationPoint[] {
  const { confidence, correct } = input.classes === 2 ? ofSecondClass(input) : ofPrediction(input);
  return calibrationBins(confidence, correct, BINS)
    .filter(({ weight }) => weight > 0)
    .map((bin) => ({
      rows: bin.weight,
      stated: bin.confidence / bin.weight,
      found: bin.correct / bin.weight,
    }));
}

/** With two classes every probability counts, however small. */
function ofSecondClass({ truth, probabilities }: ClassificationInput) {
  return {
    confidence: Float64Array.from(truth, (_, row) => probabilities[row * 2 + 1]),
    correct: (row: number) => truth[row] === 1,
  };
}

function ofPrediction(input: ClassificationInput) {
  const predicted = predictions(input);
  return {
    confidence: Float64Array.from(predicted, (k, row) => input.probabilities[row * input.classes + k]),
    correct: (row: number) => predicted[row] === input.truth[row],
  };
}

function predictions({ truth, probabilities, classes }: ClassificationInput): number[] {
  return Array.from(truth, (_, row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    return own.indexOf(own.reduce((a, b) => Math.max(a, b)));
  });
}

function ranking(input: ClassificationInput): Ranking | undefined {
  const { truth } = input;
  const { confidence, correct } = ofSecondClass(input);
  const { truePositives, falsePositives } = rankingCurve(correct, confidence);
  const [positives, negatives] = [truePositives.at(-1) ?? 0, falsePositives.at(-1) ?? 0];
  if (positives === 0 || negatives === 0) return undefined;
  const roc = Array.from(
    truePositives,
    (hits, i) => [falsePositives[i] / negatives, hits / positives] as const,
  );
  const precisionRecall = Array.from(
    truePositives,
    (hits, i) => [hits / positives, hits / (hits + falsePositives[i])] as const,
  );
  return {
    roc: thin([[0, 0], ...roc], CURVE_POINTS),
    precisionRecall: thin(precisionRecall, CURVE_POINTS),
    auc: metrics.auc.compute(input),
    averagePrecision: metrics.averagePrecision.compute(input),
    prevalence: positives / truth.length,
  };
}

/** Wrong ones alone: where all are right, there are none. */
function worstRows(
  classes: readonly string[],
  input: ClassificationInput,
  rows: Int32Array,
): WorstClassRow[] {
  const predicted = predictions(input);
  const probability = (at: number, k: number) => input.probabilities[at * classes.length + k];
  const missing = Float64Array.from(input.truth, (k, at) =>
    predicted[at] === k ? -1 : 1 - probability(at, k),
  );
  return largest(missing, WORST_ROWS)
    .filter((at) => missing[at] >= 0)
    .map((at) => ({
      row: rows[at] + 1,
      truth: classes[input.truth[at]],
      predicted: classes[predicted[at]],
      stated: probability(at, predicted[at]),
      ofTruth: probability(at, input.truth[at]),
    }));
}
