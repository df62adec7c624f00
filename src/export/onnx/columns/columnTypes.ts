import type { Value } from '../graph/graphBuilder.ts';

/** What becomes of a column: features, each float [rows, some], and perhaps a code, int64 [rows, 1]. */
export interface ColumnGraph {
  readonly features: readonly Value[];
  readonly code: Value | null;
}

/** How raw numbers are handed in: float32, as most do, or float64, for columns whose digits float32 does not hold. */
export type NumberType = 'float' | 'double';
