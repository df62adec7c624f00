/** The weighted mean of `value(row)` over rows; a plain mean without weights, NaN when all weights are 0. */
export function average(
  rows: number,
  weights: Float64Array | undefined,
  value: (row: number) => number,
): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    sum += weight * value(row);
    total += weight;
  }
  return sum / total;
}
