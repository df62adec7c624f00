import type { EpochRow } from './contract.ts';

/** The rows with the scores that epochs have since a weight was set by hand; how each was learned stays as it was. */
export function rescoredEpochs(
  rows: readonly EpochRow[],
  rescored: readonly EpochRow[],
): readonly EpochRow[] {
  let all = rows;
  for (const scores of rescored) {
    const at = all.findLastIndex(({ epoch }) => epoch === scores.epoch);
    if (at < 0) continue;
    // Charts see by its ends that a run's rows are no longer those that they have drawn.
    all = all.with(0, { ...all[0] }).with(at, withScores(all[at], scores));
  }
  return all;
}

function withScores(row: EpochRow, { train, validation, test, penalty, zeros, losses }: EpochRow): EpochRow {
  const parts = row.losses.map((loss, index) => ({ ...loss, value: losses[index].value }));
  return { ...row, train, validation, test, penalty, zeros, losses: parts };
}
