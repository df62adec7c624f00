/** Weight of positive and of negative rows scored at or above each distinct score, from the highest score down. */
export interface RankingCurve {
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
}

/** Rows of weight 0 are left out; rows of equal score enter together (scikit-learn's `_binary_clf_curve`). */
export function rankingCurve(
  isPositive: (row: number) => boolean,
  score: Float64Array,
  weights?: Float64Array,
): RankingCurve {
  return weights ? weightedCurve(isPositive, score, weights) : countedCurve(isPositive, score);
}

/** Of rows that all count 1: the scores of each kind in order, which needs no function that compares two rows. */
function countedCurve(isPositive: (row: number) => boolean, score: Float64Array): RankingCurve {
  const positives = new Float64Array(score.length);
  const negatives = new Float64Array(score.length);
  let [positive, negative] = [0, 0];
  for (let row = 0; row < score.length; row++)
    if (isPositive(row)) positives[positive++] = score[row];
    else negatives[negative++] = score[row];
  return mergedCurve(positives.subarray(0, positive).sort(), negatives.subarray(0, negative).sort());
}

function mergedCurve(positives: Float64Array, negatives: Float64Array): RankingCurve {
  const truePositives = new Float64Array(positives.length + negatives.length);
  const falsePositives = new Float64Array(truePositives.length);
  let [positive, negative, scores] = [positives.length, negatives.length, 0];
  while (positive + negative > 0) {
    const largest = Math.max(
      positive > 0 ? positives[positive - 1] : -Infinity,
      negative > 0 ? negatives[negative - 1] : -Infinity,
    );
    // Not `>=`, so that it ends with scores that are no numbers too.
    while (positive > 0 && !(positives[positive - 1] < largest)) positive--;
    while (negative > 0 && !(negatives[negative - 1] < largest)) negative--;
    truePositives[scores] = positives.length - positive;
    falsePositives[scores++] = negatives.length - negative;
  }
  return {
    truePositives: truePositives.slice(0, scores),
    falsePositives: falsePositives.slice(0, scores),
  };
}

function weightedCurve(
  isPositive: (row: number) => boolean,
  score: Float64Array,
  weights: Float64Array,
): RankingCurve {
  const order = descending(score, weights);
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  let [positive, negative] = [0, 0];
  order.forEach((row, rank) => {
    const weight = weights[row];
    if (isPositive(row)) positive += weight;
    else negative += weight;
    if (rank + 1 < order.length && score[order[rank + 1]] === score[row]) return;
    truePositives.push(positive);
    falsePositives.push(negative);
  });
  return {
    truePositives: Float64Array.from(truePositives),
    falsePositives: Float64Array.from(falsePositives),
  };
}

function descending(score: Float64Array, weights: Float64Array): Int32Array {
  const counted = Int32Array.from(score.keys()).filter((row) => weights[row] > 0);
  return counted.sort((a, b) => score[b] - score[a]);
}

/** Area under the ROC curve: the chance that a positive row is scored above a negative one, ties half. NaN with one kind alone. */
export function areaUnderRoc({ truePositives, falsePositives }: RankingCurve): number {
  const area = trapezoids(falsePositives, truePositives, 0);
  return area / (truePositives.at(-1)! * falsePositives.at(-1)!);
}

/** Precision and recall at each distinct score, from the highest down. With no positive row, recall is 1 throughout (scikit-learn). */
export function precisionRecallCurve({ truePositives, falsePositives }: RankingCurve): {
  precision: Float64Array;
  recall: Float64Array;
} {
  const positives = truePositives.at(-1)!;
  return {
    precision: truePositives.map((hits, i) => hits / (hits + falsePositives[i])),
    recall: truePositives.map((hits) => (positives === 0 ? 1 : hits / positives)),
  };
}

/** Area under the straight lines through (x, y), beginning at (0, firstY). */
export function trapezoids(x: Float64Array, y: Float64Array, firstY: number): number {
  let area = 0;
  x.forEach((right, i) => {
    const [left, leftY] = i === 0 ? [0, firstY] : [x[i - 1], y[i - 1]];
    area += ((right - left) * (y[i] + leftY)) / 2;
  });
  return area;
}
