import { dot, sum } from '../../../numeric/index.ts';

export type Norm = 'l1' | 'l2' | 'max';

const sizes: Record<Norm, (row: Float64Array) => number> = {
  l1: (row) => sum(row.map(Math.abs)),
  l2: (row) => Math.sqrt(dot(row, row)),
  max: (row) => row.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
};

/** The row divided by its length in the norm; a row of zeros stays (scikit-learn's Normalizer). Learns nothing from data. */
export function normaliseRow(norm: Norm, row: Float64Array): Float64Array {
  const size = sizes[norm](row);
  return size === 0 ? row.slice() : row.map((value) => value / size);
}
