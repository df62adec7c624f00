import { NeumannError } from '../../errors.ts';

/** Bytes of a number of the matrix. */
const BYTES = 4;
/** What a run takes besides its table: the runtime, the code, the nets. */
const BESIDES = 160e6;
/** Targets, orders, predictions and losses of the rows, beside the matrix itself. */
const SHARE = 1.5;

/** Bytes that training on a table takes at most, about; `width` numbers in each prepared row. */
export function memoryNeeded(rows: number, width: number): number {
  return SHARE * BYTES * rows * width + BESIDES;
}

/** @throws NeumannError where that is more than there is */
export function checkMemory(what: string, needed: number, available: number | undefined): void {
  if (available === undefined || needed <= available) return;
  throw new NeumannError(
    'memory',
    `${what}, and training on it takes about ${gigabytes(needed)} of memory where ${gigabytes(available)} are to be had; take fewer rows or columns, or a machine with more.`,
  );
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** A count with commas between its thousands, on every machine alike. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
