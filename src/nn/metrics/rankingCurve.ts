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
  const order = descending(score, weights);
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  let [positive, negative] = [0, 0];
  order.forEach((row, rank) => {
    const weight = weights ? weights[row] : 1;
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

function descending(score: Float64Array, weights?: Float64Array): Int32Array {
  const rows = Int32Array.from(score.keys());
  const counted = weights ? rows.filter((row) => weights[row] > 0) : rows;
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
