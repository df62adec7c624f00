import { exp, sigmoid } from '../../numeric/index.ts';
import { applyLink, type OutputPlan } from '../../nn/trace/index.ts';

/**
 * Probabilities of the classes, row-major [rows, classes], from an output's raw values. A single unit is the second class
 * against the first. Losses on margins (hinge and its kin) give scores, not probabilities: theirs go through a sigmoid or
 * softmax, which keeps the order of the classes but is not calibrated.
 */
export function classProbabilities(
  output: OutputPlan,
  raw: ArrayLike<number>,
  classes: number,
): Float64Array {
  const values = applyLink(output, raw);
  const isScore = output.link === 'identity' && output.target?.kind !== 'binary';
  if (output.units === 1) return ofSecondClass(isScore ? values.map(sigmoid) : values);
  return normalised(isScore ? softened(values, classes) : values, classes);
}

function ofSecondClass(second: Float64Array): Float64Array {
  const probabilities = new Float64Array(second.length * 2);
  for (let row = 0; row < second.length; row++) {
    probabilities[2 * row] = 1 - second[row];
    probabilities[2 * row + 1] = second[row];
  }
  return probabilities;
}

function softened(scores: Float64Array, classes: number): Float64Array {
  const result = new Float64Array(scores.length);
  for (let start = 0; start < scores.length; start += classes) {
    let largest = -Infinity;
    for (let at = start; at < start + classes; at++) largest = Math.max(largest, scores[at]);
    for (let at = start; at < start + classes; at++) result[at] = exp(scores[at] - largest);
  }
  return result;
}

/** Plain loops: every epoch's scores go through here. */
function normalised(values: Float64Array, classes: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += classes) {
    let sum = 0;
    for (let at = start; at < start + classes; at++) sum += values[at];
    for (let at = start; at < start + classes; at++) result[at] = sum > 0 ? values[at] / sum : 1 / classes;
  }
  return result;
}
