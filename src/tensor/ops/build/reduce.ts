import type { Shape, Tensor } from '../../graph/tensor.ts';
import { flagAttribute, numberAttribute, numbersAttribute } from '../attributes.ts';
import type { Infer } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireDType, resolveAxes, resolveAxis, showShape } from '../refuse.ts';

export interface ReduceOptions {
  /** Keep each reduced axis with size 1, so that the result broadcasts against the input. */
  readonly keep?: boolean;
}

export type Axes = number | readonly number[];

/** Sum over the axes (all of them unless named); 0 over nothing. */
export function sum(x: Tensor, axes?: Axes, { keep = false }: ReduceOptions = {}): Tensor {
  return reduce('sum', x, keep, axes);
}

/**
 * Largest element over the axes (all of them unless named); -Infinity over nothing; NaN if there is one. Tied elements
 * share the gradient evenly, as in PyTorch's `amax` (its `max` gives all of it to one of them).
 */
export function max(x: Tensor, axes?: Axes, { keep = false }: ReduceOptions = {}): Tensor {
  return reduce('max', x, keep, axes);
}

/** Index (i32) of the largest element along an axis, which disappears; the first one on a tie. */
export function argmax(x: Tensor, axis: number): Tensor {
  return makeNode('argmax', [x], { axis: resolveAxis('argmax', x.shape, axis) }, inferArgmax);
}

/** Over no axes there is nothing to do. */
function reduce(op: string, x: Tensor, keep: boolean, axes?: Axes): Tensor {
  const resolved = resolveAxes(op, x.shape, axes);
  return resolved.length === 0 ? x : makeNode(op, [x], { axes: resolved, keep }, inferReduce(op));
}

export function inferReduce(op: string): Infer {
  return ([x], attributes) => {
    requireDType(op, x, ['f32', 'i32']);
    const axes = numbersAttribute(attributes, 'axes');
    return { shape: reducedShape(x.shape, axes, flagAttribute(attributes, 'keep')), dtype: x.dtype };
  };
}

export const inferArgmax: Infer = ([x], attributes) => {
  requireDType('argmax', x, ['f32', 'i32']);
  const axis = numberAttribute(attributes, 'axis');
  if (x.shape[axis] === 0)
    refuseShape('argmax', `axis ${axis} of ${showShape(x.shape)} has no elements to choose from`);
  return { shape: reducedShape(x.shape, [axis], false), dtype: 'i32' };
};

/** The shape left when the axes are reduced: without them, or with size 1 in their place. */
export function reducedShape(shape: Shape, axes: readonly number[], keep: boolean): Shape {
  if (keep) return shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return shape.filter((_, axis) => !axes.includes(axis));
}
