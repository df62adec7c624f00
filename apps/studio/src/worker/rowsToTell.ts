import type { EpochRow } from '../run/contract.ts';

/** Epochs that are told one by one; of longer runs every second, then every fourth... */
const ALL = 4096;

/** The epochs for the next frame: of very long runs so few that telling them costs no training, but the last one always. */
export class RowsToTell {
  #rows: EpochRow[] = [];
  #last: EpochRow | null = null;

  /** A run begins here. */
  start(row: EpochRow): void {
    this.#rows = [row];
    this.#last = null;
  }

  add(row: EpochRow): void {
    this.#last = null;
    if (row.epoch % strideAt(row.epoch) === 0) this.#rows.push(row);
    else this.#last = row;
  }

  take(): readonly EpochRow[] {
    const rows = this.#last ? [...this.#rows, this.#last] : this.#rows;
    this.#rows = [];
    this.#last = null;
    return rows;
  }
}

function strideAt(epoch: number): number {
  let stride = 1;
  while (epoch > ALL * stride) stride *= 2;
  return stride;
}
