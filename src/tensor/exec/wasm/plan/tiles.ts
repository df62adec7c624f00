/** How a product's rows and columns are cut into tiles of accumulators that stay in registers. */

/** 12 accumulators, two vectors of B, one of A and one product fill the 16 registers of SSE and AVX. */
const accumulators = 12;

/** Tiles of `rows` rows, `count` times. */
export interface RowTiles {
  readonly rows: number;
  readonly count: number;
}

/** Vectors of four columns that a full tile is wide: two, and more where there are too few rows to keep the adders busy. */
export function widestVectors(m: number, n: number): number {
  const wished = m === 1 ? 8 : m <= 3 ? 4 : 2;
  return Math.min(wished, Math.ceil(n / 4));
}

/** Rows as evenly as can be over as few tiles as can be, for tiles so many vectors wide. */
export function rowTiles(m: number, vectors: number): readonly RowTiles[] {
  const count = Math.ceil(m / Math.floor(accumulators / vectors));
  const low = Math.floor(m / count);
  const tall = m - low * count;
  return [
    { rows: low + 1, count: tall },
    { rows: low, count: count - tall },
  ].filter((tiles) => tiles.count > 0);
}

export function tilesOf(m: number, n: number): readonly RowTiles[] {
  return rowTiles(m, widestVectors(m, n));
}
