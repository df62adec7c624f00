import type { Blas, Sgemm, SgemmFactor } from '../blas.ts';
import { type Addresses, addressOfBuffer } from './kernels/context.ts';
import type { LibraryCall, MatrixOperand, Plan } from './plan/plan.ts';

/** What does a library's call, on the memory it is planned for. */
export function bindLibraryCall(
  call: LibraryCall,
  plan: Plan,
  addresses: Addresses,
  memory: ArrayBufferLike,
  blas: Blas,
): () => 0 {
  const { batch, m, n, k } = call;
  const factor = (matrix: MatrixOperand, at: number): SgemmFactor => {
    const start = addressOfBuffer(plan, matrix.buffer, addresses);
    const address = start + 4 * (matrix.offset + at * matrix.batchStride);
    const transposed = matrix.columnStride !== 1;
    return { address, transposed, stride: transposed ? matrix.columnStride : matrix.rowStride };
  };
  const products = Array.from({ length: batch }, (_, at): (() => void) => {
    const product: Sgemm = { m, n, k, a: factor(call.a, at), b: factor(call.b, at), c: factor(call.c, at) };
    return blas.bind(memory, product);
  });
  return () => {
    for (let at = 0; at < products.length; at++) products[at]();
    return 0;
  };
}
