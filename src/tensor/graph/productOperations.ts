import { matmulSizes } from '../ops/build/contract.ts';
import type { Tensor } from './tensor.ts';
import { topologicalOrder } from './topologicalOrder.ts';

/** Multiplications and additions of all matrix products that these tensors need: by shapes alone. */
export function productOperations(outputs: readonly Tensor[]): number {
  return topologicalOrder(outputs).reduce((operations, { op, inputs, attributes }) => {
    if (op !== 'matmul') return operations;
    const { batch, m, n, k } = matmulSizes(inputs[0], inputs[1], attributes);
    return operations + 2 * batch * m * n * k;
  }, 0);
}
