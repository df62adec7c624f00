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

/** Lowest and highest of all curves, with 0 at the foot of straight ones of losses; a decade around nothing. */
export function valueDomain(
  runs: readonly (readonly EpochRow[])[],
  choice: CurveChoice,
  logarithmic: boolean,
): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const rows of runs)
    for (const row of rows)
      for (const part of parts) {
        const value = valueOf(row, part, choice);
        if (!Number.isFinite(value) || (logarithmic && value <= 0)) continue;
        if (value < low) low = value;
        if (value > high) high = value;
      }
  if (!(high >= low)) return logarithmic ? [0.1, 1] : [0, 1];
  if (logarithmic) return [low / 1.15, high * 1.15];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [choice.metric === 0 && low >= 0 ? 0 : low - room, high + room];
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
