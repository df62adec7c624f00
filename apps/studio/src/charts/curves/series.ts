import type { EpochRow, PartName } from '../../run/contract.ts';

/** What of an epoch a curve shows. */
export interface CurveChoice {
  /** Place in `Opened.metrics`; 0 is the loss. */
  readonly metric: number;
  /** The penalties are added to the training loss, as the optimizer sees it. */
  readonly penalty: boolean;
}

/** A part's number at an epoch; NaN where there is none. */
export function valueOf(row: EpochRow, part: PartName, { metric, penalty }: CurveChoice): number {
  const value = row[part]?.[metric] ?? Number.NaN;
  return penalty && metric === 0 && part === 'train' ? value + row.penalty : value;
}

export const parts: readonly PartName[] = ['train', 'validation', 'test'];

/** Place of the row whose epoch is nearest to a number; -1 of none. Rows are in ascending order. */
export function nearestRow(rows: readonly EpochRow[], epoch: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].epoch < epoch) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && epoch - rows[low - 1].epoch <= rows[low].epoch - epoch) return low - 1;
  return rows.length === 0 ? -1 : low;
}
