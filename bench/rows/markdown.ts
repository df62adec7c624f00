import type { Machine } from '../harness/machine.ts';
import type { Timing } from './timing.ts';

export interface Measured extends Timing {
  /** `neumann train` from its start to its end: most bytes it held, and microseconds of the processor a row. */
  readonly command: { readonly memory: number; readonly processor: number };
}

export interface RowsResults {
  readonly date: string;
  readonly machine: Machine;
  /** The first one is the smallest. */
  readonly measured: readonly Measured[];
}

const digits = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '-';
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

export function rowsMarkdown({ date, machine, measured }: RowsResults): string {
  const base = measured[0].command.memory;
  return [
    '# Rows',
    '',
    `${date}; ${machine.processor}, ${machine.cores} cores, ${machine.system}; load ${machine.load} at the end. Tables of 30 columns, one core, microseconds of the processor.`,
    '',
    '| rows | read, a row | prepare, a row | step of 256 rows | evaluate, a row | order, of the epoch | whole command, a row | MB | MB above the first | float32 matrix, MB | 1.5 times that and 64 MB |',
    `|${'---:|'.repeat(11)}`,
    ...measured.map((one) => lineOf(one, base)),
    '',
  ].join('\n');
}

function lineOf(
  { rows, read, prepare, step, evaluate, shuffle, width, command }: Measured,
  base: number,
): string {
  const matrix = 4 * rows * (width + 1);
  const cells = [
    rows.toLocaleString('en'),
    ...[read, prepare, step, evaluate].map(digits),
    `${(100 * shuffle).toFixed(1)} %`,
    digits(command.processor),
    megabytes(command.memory),
    megabytes(command.memory - base),
    megabytes(matrix),
    megabytes(1.5 * matrix + 64e6),
  ];
  return `| ${cells.join(' | ')} |`;
}
