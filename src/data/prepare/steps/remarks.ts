import type { Warning } from '../../table/table.ts';

/** Scaled values are kept within ± this: about the square root of float32's largest number, so that a square still fits. */
export const LIMIT = 1e18;

/** Gathers what is odd while rows are encoded, and says it once for each column. */
export interface Remarks {
  /** A value that is no number or date where one is needed; it counts as missing. */
  unreadable(column: string, word: string, row: number): void;
  /** A category that no training row has, and that is let pass. */
  unseen(column: string, word: string, row: number): void;
  /** A scaled value beyond ± LIMIT, which was cut. */
  beyond(column: string, row: number): void;
  warnings(): Warning[];
}

interface Tally {
  count: number;
  readonly first: string;
}

export function remarks(): Remarks {
  const unreadable = new Map<string, Tally>();
  const unseen = new Map<string, Tally>();
  const beyond = new Map<string, Tally>();
  return {
    unreadable: (column, word, row) => tally(unreadable, column, `'${word}' in row ${row + 1}`),
    unseen: (column, word, row) => tally(unseen, column, `'${word}' in row ${row + 1}`),
    beyond: (column, row) => tally(beyond, column, `row ${row + 1}`),
    warnings: () => [
      ...[...unreadable].map(([column, { count, first }]) => ({
        code: 'unreadable-values',
        column,
        text: `Column '${column}' holds ${plural(count, 'value')} that can't be read, the first ${first}: counted as missing.`,
      })),
      ...[...unseen].map(([column, { count, first }]) => ({
        code: 'unseen-categories',
        column,
        text: `Column '${column}' holds ${plural(count, 'value')} that no training row has, the first ${first}: counted as unknown.`,
      })),
      ...[...beyond].map(([column, { count, first }]) => ({
        code: 'beyond-limit',
        column,
        text: `Column '${column}' has ${plural(count, 'value')} too large for a net even when scaled, the first in ${first}: cut to ±${LIMIT}.`,
      })),
    ],
  };
}

function tally(tallies: Map<string, Tally>, column: string, first: string): void {
  const known = tallies.get(column);
  if (known) known.count++;
  else tallies.set(column, { count: 1, first });
}

function plural(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}
