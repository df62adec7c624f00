import type { OutputColumn } from './perOutput.ts';

/*
 * Weighted means over the rows of a column; plain means without weights, NaN when all weights are 0. `average` says the same of any
 * function of a row, but makes an object of each number that the function gives: these are for intervals, which take millions.
 */

/** Of `truth - prediction - offset`, squared. */
export function meanSquaredError({ rows, truth, prediction, weights }: OutputColumn, offset = 0): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    const error = truth[row] - prediction[row] - offset;
    sum += weight * (error * error);
    total += weight;
  }
  return sum / total;
}

/** Of the size of `truth - prediction`. */
export function meanAbsoluteError({ rows, truth, prediction, weights }: OutputColumn): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    sum += weight * Math.abs(truth[row] - prediction[row]);
    total += weight;
  }
  return sum / total;
}

/** Of the truth. */
export function meanTruth({ rows, truth, weights }: OutputColumn): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    sum += weight * truth[row];
    total += weight;
  }
  return sum / total;
}

/** Of `truth - mean`, squared. */
export function meanSquaredDeviation({ rows, truth, weights }: OutputColumn, mean: number): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    const deviation = truth[row] - mean;
    sum += weight * (deviation * deviation);
    total += weight;
  }
  return sum / total;
}
