import type { Sgemm, SgemmFactor } from '../blas.ts';
import { type Addresses, addressOfBuffer } from './kernels/context.ts';
import type { LibraryCall, MatrixOperand, Plan, Split } from './plan/plan.ts';

/** Rows or columns of a thread's part are so many, or a multiple: what a library computes at once. */
const together = 16;

/** One thread's part of a library's call: all of it, a range of rows or a range of columns, for each matrix of a batch. */
export function libraryProducts(
  plan: Plan,
  addresses: Addresses,
  call: LibraryCall,
  split: Split | undefined,
  part: number,
  threads: number,
): readonly Sgemm[] {
  if (split === undefined && part > 0) return [];
  const [m, n] = [call.m, call.n];
  const rows = split?.by === 'rows' ? rangeOf(m, part, threads) : { from: 0, count: m };
  const columns = split?.by === 'columns' ? rangeOf(n, part, threads) : { from: 0, count: n };
  const factor = (matrix: MatrixOperand, at: number, row: number, column: number): SgemmFactor => {
    const { offset, batchStride, rowStride, columnStride } = matrix;
    const element = offset + at * batchStride + row * rowStride + column * columnStride;
    const transposed = columnStride !== 1;
    const address = addressOfBuffer(plan, matrix.buffer, addresses) + 4 * element;
    return { address, transposed, stride: transposed ? columnStride : rowStride };
  };
  return Array.from({ length: call.batch }, (_, at) => ({
    m: rows.count,
    n: columns.count,
    k: call.k,
    a: factor(call.a, at, rows.from, 0),
    b: factor(call.b, at, 0, columns.from),
    c: factor(call.c, at, rows.from, columns.from),
  }));
}

function rangeOf(size: number, part: number, threads: number): { from: number; count: number } {
  const start = (at: number): number =>
    at === threads ? size : together * Math.round((at * size) / threads / together);
  return { from: start(part), count: start(part + 1) - start(part) };
}
