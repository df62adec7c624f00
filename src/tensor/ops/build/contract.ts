import type { Tensor } from '../../graph/tensor.ts';
import { flagAttribute } from '../attributes.ts';
import type { Attributes, Infer, TensorType } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireDType, requireRank, showShape } from '../refuse.ts';

export interface MatmulOptions {
  /** Use `a` (its last two axes) transposed. */
  readonly transposeA?: boolean;
  /** Use `b` (its last two axes) transposed. */
  readonly transposeB?: boolean;
}

/**
 * Matrix product of f32 tensors: [m, k] by [k, n] gives [m, n]; [batch, m, k] by [batch, k, n] gives [batch, m, n]. Each
 * element is summed in ascending k.
 */
export function matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
  const { transposeA = false, transposeB = false } = options;
  return makeNode('matmul', [a, b], { transposeA, transposeB }, inferMatmul);
}

export const inferMatmul: Infer = ([a, b], attributes) => {
  for (const input of [a, b]) {
    requireDType('matmul', input, ['f32']);
    requireRank('matmul', input, [2, 3]);
  }
  const { batch, m, n, k } = matmulSizes(a, b, attributes);
  const fits =
    a.shape.length === b.shape.length && k === b.shape.at(flagAttribute(attributes, 'transposeB') ? -1 : -2);
  const sameBatch = a.shape.length === 2 || a.shape[0] === b.shape[0];
  if (!fits || !sameBatch) refuseShape('matmul', `${showFactors(a, b, attributes)} can't be multiplied`);
  return { shape: a.shape.length === 2 ? [m, n] : [batch, m, n], dtype: 'f32' };
};

export interface MatmulSizes {
  readonly batch: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** The sizes of a product, whatever is transposed: [batch, m, k] by [batch, k, n]. */
export function matmulSizes(a: TensorType, b: TensorType, attributes: Attributes): MatmulSizes {
  const [rows, columns] = a.shape.slice(-2);
  const transposeA = flagAttribute(attributes, 'transposeA');
  return {
    batch: a.shape.length === 3 ? a.shape[0] : 1,
    m: transposeA ? columns : rows,
    k: transposeA ? rows : columns,
    n: b.shape[b.shape.length - (flagAttribute(attributes, 'transposeB') ? 2 : 1)],
  };
}

function showFactors(a: TensorType, b: TensorType, attributes: Attributes): string {
  const show = (factor: TensorType, flag: string): string =>
    showShape(factor.shape) + (flagAttribute(attributes, flag) ? ' transposed' : '');
  return `${show(a, 'transposeA')} by ${show(b, 'transposeB')}`;
}
