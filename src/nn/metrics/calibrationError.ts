import type { ClassificationInput } from '../define.ts';
import { defineClassificationMetric } from './defineMetric.ts';
import { predictedClasses } from './predictedClasses.ts';

/** One bin of a calibration curve; sums by weight. */
export interface CalibrationBin {
  readonly weight: number;
  readonly confidence: number;
  readonly correct: number;
}

/** Rows gathered by confidence into equal bins ((b-1)/bins, b/bins]; `confidence` and `correct` are sums over a bin's rows. */
export function calibrationBins(
  confidence: Float64Array,
  correct: (row: number) => boolean,
  bins: number,
  weights?: Float64Array,
): CalibrationBin[] {
  const gathered = Array.from({ length: bins }, () => ({ weight: 0, confidence: 0, correct: 0 }));
  confidence.forEach((value, row) => {
    const bin = gathered[Math.min(Math.max(Math.ceil(value * bins) - 1, 0), bins - 1)];
    const weight = weights ? weights[row] : 1;
    bin.weight += weight;
    bin.confidence += weight * value;
    bin.correct += weight * Number(correct(row));
  });
  return gathered;
}

/** Sum over bins of their share of the rows times |accuracy - mean confidence| (Guo et al. 2017). */
function binnedError(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.weight, 0);
  return bins.reduce((sum, bin) => sum + Math.abs(bin.correct - bin.confidence), 0) / total;
}

/** Expected calibration error of the most probable class. */
export function calibrationErrorOf(input: ClassificationInput, bins: number): number {
  const predicted = predictedClasses(input);
  const confidence = Float64Array.from(predicted, (k, row) => input.probabilities[row * input.classes + k]);
  const correct = (row: number) => predicted[row] === input.truth[row];
  return binnedError(calibrationBins(confidence, correct, bins, input.weights));
}

/** Calibration error of the probability of one class alone. */
export function calibrationErrorOfClass(input: ClassificationInput, ofClass: number, bins: number): number {
  const confidence = Float64Array.from(
    input.truth,
    (_, row) => input.probabilities[row * input.classes + ofClass],
  );
  return binnedError(calibrationBins(confidence, (row) => input.truth[row] === ofClass, bins, input.weights));
}

export const calibrationError = defineClassificationMetric({
  name: 'calibrationError',
  summary:
    'Expected calibration error, 15 bins: how far stated certainty and share of right answers lie apart.',
  better: 'lower',
  compute: (input) => calibrationErrorOf(input, 15),
});
