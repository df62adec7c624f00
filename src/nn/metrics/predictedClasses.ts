import type { ClassificationInput } from '../define.ts';

/** The most probable class of every row; the first of equals. */
export function predictedClasses({ probabilities, classes, truth }: ClassificationInput): Int32Array {
  return truth.map((_, row) => {
    let best = 0;
    for (let k = 1; k < classes; k++) {
      if (probabilities[row * classes + k] > probabilities[row * classes + best]) best = k;
    }
    return best;
  });
}
