import type { Shape, Tensor } from '../../graph/tensor.ts';
import { numbersAttribute } from '../attributes.ts';
import type { Infer } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireSizes, showShape } from '../refuse.ts';

/** Repeats a scalar, or axes of size 1, up to `shape`; the tensor itself where nothing is to be repeated. */
export function broadcast(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  return makeNode('broadcast', [x], { shape }, inferBroadcast);
}

export const inferBroadcast: Infer = ([x], attributes) => {
  const shape = numbersAttribute(attributes, 'shape');
  requireSizes('broadcast', shape);
  const fits =
    x.shape.length === shape.length && x.shape.every((size, axis) => size === 1 || size === shape[axis]);
  if (x.shape.length > 0 && !fits)
    refuseShape(
      'broadcast',
      `${showShape(x.shape)} does not repeat to ${showShape(shape)}; only axes of size 1 do`,
    );
  return { shape, dtype: x.dtype };
};

/**
 * The shape that tensors of these shapes take together: a scalar goes with anything, axes of size 1 with any size in
 * tensors of the same rank. NumPy and PyTorch also add missing axes in front; here that is an error, because it hides
 * mistakes: reshape to say which axis is meant.
 */
export function commonShape(op: string, shapes: readonly Shape[]): Shape {
  const ranked = shapes.filter((shape) => shape.length > 0);
  if (ranked.length === 0) return [];
  const common = ranked[0].map(
    (_, axis) => ranked.map((shape) => shape[axis]).find((size) => size !== 1) ?? 1,
  );
  const fits = (shape: Shape): boolean =>
    shape.length === common.length && shape.every((size, axis) => size === 1 || size === common[axis]);
  if (ranked.every(fits)) return common;
  const shown = shapes.map(showShape).join(' and ');
  const ranks = ranked.some((shape) => shape.length !== common.length);
  refuseShape(
    op,
    `shapes ${shown} don't go together; ${ranks ? 'ranks must agree, reshape one of them' : 'sizes of an axis must be equal or 1'}`,
  );
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
