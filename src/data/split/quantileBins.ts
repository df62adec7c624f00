/**
 * Puts each value into one of at most `bins` bins of about equally many `rows`, so that a split can be stratified by a
 * number: a value's bin is how many of the quantiles between bins lie below it, so equal values share a bin. Row numbers
 * not among `rows` get 0.
 */
export function quantileBins(values: Float64Array, rows: Int32Array, bins = 10): Int32Array {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]];
  sorted.sort();
  const edges = Float64Array.from(
    { length: bins - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / bins) - 1],
  );
  const result = new Int32Array(values.length);
  for (const row of rows)
    result[row] = edges.reduce((count, edge) => count + (edge < values[row] ? 1 : 0), 0);
  return result;
}
