import type { ConformanceOutcome } from './outcome.ts';
import { numbers } from './cases.ts';

export type Verdict = Pick<ConformanceOutcome, 'status' | 'detail'>;

/** A matrix as reference files write it, row-major. */
export interface TensorJson {
  readonly shape: readonly [number, number];
  readonly data: readonly (number | string)[];
}

/** A matrix by its columns. */
export type Matrix = readonly Float64Array[];

export function matrixOf({ shape, data }: TensorJson): Matrix {
  const values = numbers(data);
  const [rows, columns] = shape;
  return Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (_row, row) => values[row * columns + column]),
  );
}

export function matrixOfRows(rows: readonly ArrayLike<number>[], columns = rows[0]?.length ?? 0): Matrix {
  return Array.from({ length: columns }, (_, column) => Float64Array.from(rows, (row) => row[column]));
}

export function rowsOf(matrix: Matrix): Float64Array[] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, row) =>
    Float64Array.from(matrix, (column) => column[row]),
  );
}

/** One array compared: `|a - b| <= tolerance * max|b| + slack`, NaN meeting NaN. The first that is off is named. */
export interface Comparison {
  readonly what: string;
  readonly actual: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
  readonly tolerance: number;
  readonly slack: number;
}

export function verdictOf(comparisons: readonly Comparison[]): Verdict {
  for (const { what, actual, expected, tolerance, slack } of comparisons) {
    if (actual.length !== expected.length)
      return { status: 'failed', detail: `${what}: ${actual.length} numbers, expected ${expected.length}` };
    const off = Array.from(expected, (b, i) => difference(actual[i], b));
    const size = Array.from(expected).reduce(
      (largest, b) => (Number.isNaN(b) ? largest : Math.max(largest, Math.abs(b))),
      0,
    );
    const worst = off.reduce((a, b) => Math.max(a, b), 0);
    const bound = tolerance * size + slack;
    if (!(worst <= bound))
      return {
        status: 'failed',
        detail: `${what} off by ${worst.toExponential(1)}, allowed ${bound.toExponential(1)}`,
      };
  }
  return { status: 'passed' };
}

function difference(a: number, b: number): number {
  if (Object.is(a, b) || a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  return Number.isNaN(a) || Number.isNaN(b) ? Infinity : Math.abs(a - b);
}

/** Columns compared one by one. */
export function compareColumns(
  what: string,
  actual: Matrix,
  expected: Matrix,
  tolerance: (column: number) => number,
  slack: number,
): Comparison[] {
  const width = {
    what: `${what}: columns`,
    actual: [actual.length],
    expected: [expected.length],
    tolerance: 0,
    slack: 0,
  };
  const columns = expected.map((column, i) => ({
    what: `${what}, column ${i}`,
    actual: actual[i] ?? [],
    expected: column,
    tolerance: tolerance(i),
    slack,
  }));
  return [width, ...columns];
}
