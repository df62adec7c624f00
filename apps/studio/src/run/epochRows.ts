import type { EpochRow } from './contract.ts';

/** Rows that a lane keeps; more would slow curves down and show nothing new. */
const MOST = 20_000;

/** The rows with the new ones behind them; every second older one goes where they are too many. */
export function appendEpochs(rows: readonly EpochRow[], more: readonly EpochRow[]): readonly EpochRow[] {
  const all = [...rows, ...more];
  return all.length <= MOST
    ? all
    : all.filter((_, index) => index % 2 === 0 || index >= all.length - MOST / 4);
}
