import { piecesOf } from './paged/pagedColumn.ts';
import type { Column, DateColumn, NumberColumn } from './table.ts';

/** What the kinds, the warnings and `describe` need to know of a column; found in one pass. */
export interface ColumnSummary {
  readonly missing: number;
  /** Different values among those present. */
  readonly distinct: number;
  /** Words of a text column: how often each occurs, by its code. */
  readonly counts?: Int32Array;
}

/** @param enough different numbers need not be told apart beyond this count, which spares sorting them */
export function summariseColumn(column: Column, enough = Infinity): ColumnSummary {
  if (column.type === 'text') return summariseWords(column.codes, column.dictionary.length);
  return enough === Infinity ? summariseNumbers(column.values) : summariseFewNumbers(column, enough);
}

function summariseWords(codes: Int32Array, words: number): ColumnSummary {
  const counts = new Int32Array(words);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else counts[code]++;
  }
  return { missing, distinct: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0), counts };
}

function summariseFewNumbers(column: NumberColumn | DateColumn, enough: number): ColumnSummary {
  const different = new Set<number>();
  let missing = 0;
  for (const { piece } of piecesOf(column)) {
    const { values } = piece as NumberColumn | DateColumn;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (Number.isNaN(value)) missing++;
      else if (different.size < enough) different.add(value);
    }
  }
  return { missing, distinct: different.size };
}

function summariseNumbers(values: Float64Array): ColumnSummary {
  const sorted = Float64Array.from(values).sort();
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1])) present--;
  let distinct = present > 0 ? 1 : 0;
  for (let i = 1; i < present; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  return { missing: sorted.length - present, distinct };
}
