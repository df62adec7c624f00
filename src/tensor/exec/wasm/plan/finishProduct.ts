import type { BufferTable } from './bufferTable.ts';
import type { DraftProduct } from './draft.ts';
import { moveStep, moveStore, storesIn } from './finishNest.ts';
import type { Affine } from './loopSpace.ts';
import type { MatrixOperand, Packing, ProductCall, Step } from './plan.ts';
import { tilesOf, widestVectors } from './tiles.ts';

/** Axes of a product's expressions. */
export const productAxes = { batch: 0, row: 1, column: 2 } as const;

type Unpacked = Omit<ProductCall, 'packing'>;

/** Brings a product to the form that kernels know: three axes, lanes along the columns, packed where it pays; `threads` may do it. */
export function finishProduct(draft: DraftProduct, buffers: BufferTable, threads: number): ProductCall {
  const call = upright(withThreeAxes(draft));
  return { ...call, packing: choosePacking(call, buffers, threads) };
}

/** Places over batch, row and column, whichever of them has size 1. */
function withThreeAxes({ sizes, a, b, space, steps, levels }: DraftProduct): Unpacked {
  const lengths = [sizes.batch, sizes.m, sizes.n];
  const long = [0, 1, 2].filter((axis) => lengths[axis] !== 1);
  const move = ({ offset, coefficients }: Affine): Affine => ({
    offset,
    coefficients: lengths.map((_, axis) => {
      const loop = space.findIndex(({ source }) => long[source] === axis);
      return loop < 0 ? 0 : coefficients[loop];
    }),
  });
  return {
    kernel: 'product',
    ...sizes,
    a,
    b,
    steps: steps.map((step) => moveStep(step, move)),
    stores: storesIn(levels).map((store) => moveStore(store, move)),
  };
}

/**
 * Where the product has so few columns that lanes would idle, C' = B' A' is computed instead: the same sums, with the lanes along
 * what were rows. Rows of A that don't lie side by side are turned four by four as they are read, which takes four along k.
 */
function upright(call: Unpacked): Unpacked {
  const { m, n, k, a } = call;
  const isReadable = a.rowStride === 1 || (a.columnStride === 1 && k >= 4);
  if (n >= 4 || m < 8 || !isReadable) return call;
  const move = ({ offset, coefficients: [batch, row, column] }: Affine): Affine => ({
    offset,
    coefficients: [batch, column, row],
  });
  return {
    ...call,
    m: call.n,
    n: call.m,
    a: transposed(call.b),
    b: transposed(call.a),
    steps: call.steps.map((step) => moveStep(step, move)),
    stores: call.stores.map((store) => moveStore(store, move)),
  };
}

function transposed(matrix: MatrixOperand): MatrixOperand {
  return { ...matrix, rowStride: matrix.columnStride, columnStride: matrix.rowStride };
}

/** From so many rows on, reading them side by side pays for copying them even where each lies in one piece. */
const manyRows = 64;
/** What fits the nearest cache beside other things. */
const nearBytes = 24 * 1024;

/**
 * B is copied panel by panel where its columns aren't neighbours, or where many rows of tiles read it from far away; A is
 * copied where its elements along k are far apart, or its rows are many, and many panels read it.
 */
function choosePacking(call: Unpacked, buffers: BufferTable, threads: number): Packing {
  const { m, n, k, a, b } = call;
  const rowTiles = tilesOf(m, n).reduce((count, tile) => count + tile.count, 0);
  const vectors = widestVectors(m, n);
  const panels = Math.ceil(n / (4 * vectors));
  const isFar = 4 * n * k > nearBytes;
  const packB = b.columnStride === 1 ? isFar && rowTiles >= 4 : rowTiles >= 2;
  const packA = m >= 4 && (a.columnStride !== 1 || m >= manyRows) && panels >= 4 && 4 * m * k > nearBytes;
  return {
    a: packA ? buffers.temporary('packed rows', m * k) : undefined,
    b: packB ? buffers.temporary('packed panel', threads * packedColumns(call)) : undefined,
    tile: isLong(call.steps) ? buffers.temporary('tile', threads * tileFloats) : undefined,
  };
}

/** Floats of a panel of B, copied. */
export function packedColumns({ m, n, k }: Pick<ProductCall, 'm' | 'n' | 'k'>): number {
  return 4 * widestVectors(m, n) * k;
}

/** Room for the largest tile. */
export const tileFloats = 4 * 16;

/** Written out for every vector of a tile, a longer epilogue would take more code than it saves time. */
function isLong(steps: readonly Step[]): boolean {
  const applied = steps.filter(({ kind }) => kind === 'apply' || kind === 'random');
  return applied.length > 6 || applied.some((step) => step.kind === 'random' || isCalled(step));
}

const called = new Set(['exp', 'expm1', 'log', 'log1p', 'tanh', 'sin', 'cos', 'erf', 'power']);

function isCalled(step: Step): boolean {
  return step.kind === 'apply' && called.has(step.op);
}
