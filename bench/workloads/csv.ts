import { randomStream } from '../../src/numeric/index.ts';
import type { Case, Workload } from './workload.ts';

export interface ReadAndPrepare {
  readonly file: string;
  readonly rows: number;
  /** Columns of numbers, which come first, and of words. */
  readonly numbers: number;
  readonly words: number;
  /** First rows whose prepared numbers are compared. */
  readonly compared: number;
}

const NUMBERS = 28;
const kinds = ['north', 'east', 'south', 'west', 'centre'];

/** From a file to a matrix: 28 columns of numbers, standardised, and two of words, one-hot. */
export const csv: Workload = {
  name: 'csv',
  title: 'Reading and preparing a table',
  cases: (quick) => [caseOf(quick ? 20_000 : 200_000)],
};

function caseOf(rows: number): Case {
  const text = tableText(rows);
  const megabytes = (text.length / 1e6).toFixed(0);
  return {
    name: `csv ${rows}`,
    title: `${rows.toLocaleString('en')} rows, ${NUMBERS} columns of numbers and 2 of words, ${megabytes} MB, to float32`,
    kind: 'read',
    settings: {
      file: 'table.csv',
      rows,
      numbers: NUMBERS,
      words: 2,
      compared: 1000,
    } satisfies ReadAndPrepare,
    arrays: {},
    files: { 'table.csv': text },
    compared: { steps: 1, tolerance: 1e-5 },
    counted: { unit: 'row', each: rows },
    rounds: 5,
  };
}

function tableText(rows: number): string {
  const stream = randomStream(7, 'bench', 'table');
  const names = Array.from({ length: NUMBERS }, (_, i) => `n${i}`);
  const lines = [[...names, 'region', 'side'].join(',')];
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    for (let i = 0; i < NUMBERS; i++)
      cells.push((10 * (i + 1) * stream.uniform(row * NUMBERS + i)).toFixed(4));
    cells.push(kinds[(row * 7) % 5], row % 3 === 0 ? 'left' : 'right');
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
}
