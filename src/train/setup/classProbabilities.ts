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
  second.forEach((p, row) => probabilities.set([1 - p, p], row * 2));
  return probabilities;
}

function softened(scores: Float64Array, classes: number): Float64Array {
  return scores.map((score, at) => {
    const start = at - (at % classes);
    const largest = scores.subarray(start, start + classes).reduce((a, b) => Math.max(a, b), -Infinity);
    return exp(score - largest);
  });
}

function normalised(values: Float64Array, classes: number): Float64Array {
  const result = values.slice();
  for (let start = 0; start < values.length; start += classes) {
    const row = result.subarray(start, start + classes);
    const sum = row.reduce((a, b) => a + b, 0);
    if (sum > 0) row.forEach((value, at) => (row[at] = value / sum));
    else row.fill(1 / classes);
  }
  return result;
}
