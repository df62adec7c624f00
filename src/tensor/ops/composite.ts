import type { Tensor } from '../graph/tensor.ts';
import { sizeOf } from '../graph/tensor.ts';
import {
  add,
  type Axes,
  constant,
  divide,
  equal,
  exp,
  isFinite,
  less,
  lessEqual,
  literal,
  log,
  log1p,
  max,
  maximum,
  minimum,
  multiply,
  negate,
  type Operand,
  type ReduceOptions,
  reshape,
  select,
  squareRoot,
  stopGradient,
  subtract,
  sum,
} from './build/index.ts';
import { reducedShape } from './build/reduce.ts';
import { refuseShape, requireDType, resolveAxes, showShape } from './refuse.ts';

/** Functions over primitives: their gradients follow from theirs. */

export function greater(a: Operand, b: Operand): Tensor {
  return less(b, a);
}

export function greaterEqual(a: Operand, b: Operand): Tensor {
  return lessEqual(b, a);
}

/** 1 where the condition is 0, else 0. */
export function not(condition: Tensor): Tensor {
  return equal(condition, 0);
}

/** 1 where both conditions (0 or 1) hold. */
export function and(a: Tensor, b: Tensor): Tensor {
  return multiply(a, b);
}

/** 1 where at least one condition (0 or 1) holds. */
export function or(a: Tensor, b: Tensor): Tensor {
  return maximum(a, b);
}

export function square(x: Tensor): Tensor {
  return multiply(x, x);
}

export function reciprocal(x: Tensor): Tensor {
  return divide(1, x);
}

/** max(x, 0) with gradient 0 at 0, as PyTorch; NaN stays NaN. */
export function relu(x: Tensor): Tensor {
  return select(lessEqual(x, 0), 0, x);
}

/** 1 / (1 + exp(-x)), from the exponential that can't overflow; exact in both tails, and so is its gradient. */
export function sigmoid(x: Tensor): Tensor {
  const negative = less(x, 0);
  const decay = exp(select(negative, x, negate(x)));
  return divide(select(negative, decay, 1), add(decay, 1));
}

/** log(1 + exp(x)), from the exponential that can't overflow. */
export function softplus(x: Tensor): Tensor {
  const negative = less(x, 0);
  const decay = exp(select(negative, x, negate(x)));
  return add(select(negative, 0, x), log1p(decay));
}

/** log(sigmoid(x)), exact in both tails. */
export function logSigmoid(x: Tensor): Tensor {
  return negate(softplus(negate(x)));
}

/** x kept within [low, high]; outside, the gradient is 0, at the bounds it is 1 (as PyTorch's `clamp`). */
export function clip(x: Tensor, low: Operand, high: Operand): Tensor {
  return minimum(maximum(x, low), high);
}

/** Mean over the axes (all of them unless named). */
export function mean(x: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor {
  return divide(sum(x, axes, options), countOver('mean', x, axes));
}

/** Mean squared distance from the mean; `correction` 1 divides by n - 1 (PyTorch's default for `var`, not in batch norm). */
export function variance(
  x: Tensor,
  axes?: Axes,
  { keep = false, correction = 0 }: ReduceOptions & { readonly correction?: number } = {},
): Tensor {
  const deviation = subtract(x, mean(x, axes, { keep: true }));
  return divide(sum(square(deviation), axes, { keep }), countOver('variance', x, axes) - correction);
}

/** Smallest element over the axes. */
export function min(x: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor {
  return negate(max(negate(x), axes, options));
}

/** Sum of the products of two tensors of one shape (over the axes, or all). */
export function dot(a: Tensor, b: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor {
  return sum(multiply(a, b), axes, options);
}

/** Euclidean norm; its gradient at 0 is not finite, as the norm has a kink there. */
export function norm(x: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor {
  return squareRoot(sum(square(x), axes, options));
}

/** log(sum(exp(x))) over the axes, with the maximum taken out first. */
export function logSumExp(x: Tensor, axes?: Axes, { keep = false }: ReduceOptions = {}): Tensor {
  const shift = finiteMax(x, axes);
  const result = add(log(sum(exp(subtract(x, shift)), axes, { keep: true })), shift);
  return keep
    ? result
    : reshape(result, reducedShape(x.shape, resolveAxes('logSumExp', x.shape, axes), false));
}

/** exp(x) / sum(exp(x)) along an axis (the last unless named). */
export function softmax(x: Tensor, axis = -1): Tensor {
  const powers = exp(subtract(x, finiteMax(x, axis)));
  return divide(powers, sum(powers, axis, { keep: true }));
}

/** log(softmax(x)) along an axis (the last unless named), without ever taking the logarithm of a rounded 0. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  const shifted = subtract(x, finiteMax(x, axis));
  return subtract(shifted, log(sum(exp(shifted), axis, { keep: true })));
}

/** f32 [..., classes]: 1 at each i32 index [...], else 0; a row of zeros for an index out of range. */
export function oneHot(indices: Tensor, classes: number): Tensor {
  requireDType('oneHot', indices, ['i32']);
  const range = Array.from({ length: classes }, (_, index) => index);
  const ranked = [...indices.shape.map(() => 1), classes];
  return equal(reshape(indices, [...indices.shape, 1]), literal(range, ranked, 'i32'));
}

export function zerosLike(x: Tensor): Tensor {
  return constant(0, x.shape, x.dtype);
}

export function onesLike(x: Tensor): Tensor {
  return constant(1, x.shape, x.dtype);
}

/** The maximum with its axes kept, a constant to gradients (it cancels); 0 where it is infinite, so that no NaN arises. */
function finiteMax(x: Tensor, axes?: Axes): Tensor {
  const largest = stopGradient(max(x, axes, { keep: true }));
  return select(isFinite(largest), largest, 0);
}

/** How many elements go into each reduced one. */
function countOver(op: string, x: Tensor, axes?: Axes): number {
  const count = sizeOf(resolveAxes(op, x.shape, axes).map((axis) => x.shape[axis]));
  if (count === 0) refuseShape(op, `there is nothing to average in ${showShape(x.shape)}`);
  return count;
}
