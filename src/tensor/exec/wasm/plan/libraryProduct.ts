import type { BufferTable } from './bufferTable.ts';
import type { DraftProduct } from './draft.ts';
import { finishNest, storesIn } from './finishNest.ts';
import { rowMajorStrides } from './loopSpace.ts';
import type { Call, LibraryCall, MatrixOperand, Step, Store } from './plan.ts';

/**
 * A product of so many multiplications goes to the machine's BLAS: there it takes half the time of our own kernel or less, though its
 * epilogue becomes a pass of its own. Measured (Xeon, OpenBLAS 0.3.21 with AVX-512): 32 x 64 by 64 x 32 takes 1.5 us and 0.5 us for the
 * pass, in our kernel 2.9 us.
 */
const LIBRARY_MULTIPLICATIONS = 2 ** 15;

/** Whether a product is large enough, no matter of one row or column, and lies in memory as BLAS reads matrices. */
export function suitsLibrary({ sizes: { m, n, k }, a, b }: DraftProduct): boolean {
  const isLarge = m * n * k >= LIBRARY_MULTIPLICATIONS && Math.min(m, n) > 1 && k > 1;
  return isLarge && isPlain(a, m, k) && isPlain(b, k, n);
}

/** Whether rows or columns lie in one piece each, without overlapping. */
function isPlain({ rowStride, columnStride }: MatrixOperand, rows: number, columns: number): boolean {
  return columnStride === 1 ? rowStride >= columns : rowStride === 1 && columnStride >= rows;
}

/** The library's call, and the nest that goes over C if there is more to be done than to keep it. */
export function finishLibraryProduct(draft: DraftProduct, buffers: BufferTable): Call[] {
  const { sizes, a, b, space, steps, levels } = draft;
  const rowMajor = rowMajorStrides(space.map(({ size }) => size));
  const stores = storesIn(levels);
  const isResult = (step: Step | undefined) => step?.kind === 'product';
  const own = stores.find(({ step, place }) => isResult(steps[step]) && isSame(place.coefficients, rowMajor));
  const buffer = own?.buffer ?? buffers.temporary('product', sizes.batch * sizes.m * sizes.n);
  const offset = own?.place.offset ?? 0;
  const c = { buffer, offset, batchStride: sizes.m * sizes.n, rowStride: sizes.n, columnStride: 1 };
  const product: LibraryCall = { kernel: 'library', ...sizes, a, b, c };
  const others = stores.filter((store) => store !== own);
  if (others.length === 0) return [product];
  const place = { offset, coefficients: rowMajor };
  const loading = steps.map((step): Step =>
    isResult(step) ? { kind: 'load', buffer, place, dtype: 'f32' } : step,
  );
  return [product, afterwards(draft, loading, others)];
}

function afterwards({ space }: DraftProduct, steps: readonly Step[], elementStores: readonly Store[]): Call {
  const levels = [{ pointStores: [], reductions: [], elementStores }];
  return finishNest({ kernel: 'nest', alongRows: false, space, steps, reductions: [], levels });
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
