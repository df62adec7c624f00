import { type Shape, sizeOf, type Tensor } from '../../graph/tensor.ts';
import { numberAttribute, numbersAttribute } from '../attributes.ts';
import type { Infer } from '../define.ts';
import { makeNode } from '../node.ts';
import {
  refuseShape,
  requireDType,
  requireRank,
  requireSameDType,
  requireSizes,
  resolveAxis,
  showShape,
} from '../refuse.ts';
import { sameShape } from './broadcast.ts';

/** The same elements in row-major order under another shape; one size may be -1, to be found from the others. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  const known = shape.filter((size) => size !== -1);
  const missing = sizeOf(x.shape) / sizeOf(known);
  const full =
    known.length === shape.length - 1 ? shape.map((size) => (size === -1 ? missing : size)) : shape;
  return sameShape(x.shape, full) ? x : makeNode('reshape', [x], { shape: full }, inferReshape);
}

export const inferReshape: Infer = ([x], attributes) => {
  const shape = numbersAttribute(attributes, 'shape');
  const whole = shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (!whole || sizeOf(shape) !== sizeOf(x.shape))
    refuseShape(
      'reshape',
      `${showShape(x.shape)} (${sizeOf(x.shape)} elements) can't take the shape ${showShape(shape)}`,
    );
  return { shape, dtype: x.dtype };
};

/** Axis i of the result is axis `permutation[i]` of `x`; all axes reversed unless said. */
export function transpose(x: Tensor, permutation?: readonly number[]): Tensor {
  const order = permutation ?? x.shape.map((_, axis) => x.shape.length - 1 - axis);
  return makeNode('transpose', [x], { permutation: order }, inferTranspose);
}

export const inferTranspose: Infer = ([x], attributes) => {
  const permutation = numbersAttribute(attributes, 'permutation');
  const sorted = [...permutation].sort((a, b) => a - b);
  if (
    !sameShape(
      sorted,
      x.shape.map((_, axis) => axis),
    )
  )
    refuseShape(
      'transpose',
      `${showShape(permutation)} is no permutation of the axes of ${showShape(x.shape)}`,
    );
  return { shape: permutation.map((axis) => x.shape[axis]), dtype: x.dtype };
};

/** The box of `sizes` that begins at `starts`: one number of each for every axis. */
export function slice(x: Tensor, starts: readonly number[], sizes: Shape): Tensor {
  return makeNode('slice', [x], { starts, sizes }, inferSlice);
}

export const inferSlice: Infer = ([x], attributes) => {
  const starts = numbersAttribute(attributes, 'starts');
  const sizes = numbersAttribute(attributes, 'sizes');
  requireSizes('slice', sizes);
  requireSizes('slice', starts);
  const ranks = starts.length === x.shape.length && sizes.length === x.shape.length;
  if (!ranks || !x.shape.every((size, axis) => starts[axis] + sizes[axis] <= size))
    refuseShape(
      'slice',
      `sizes ${showShape(sizes)} from ${showShape(starts)} don't lie within ${showShape(x.shape)}`,
    );
  return { shape: sizes, dtype: x.dtype };
};

/** `x` with `before[i]` and `after[i]` elements of `value` added to axis i. */
export function pad(x: Tensor, before: readonly number[], after: readonly number[], value = 0): Tensor {
  return makeNode('pad', [x], { before, after, value }, inferPad);
}

export const inferPad: Infer = ([x], attributes) => {
  const before = numbersAttribute(attributes, 'before');
  const after = numbersAttribute(attributes, 'after');
  requireSizes('pad', before);
  requireSizes('pad', after);
  if (before.length !== x.shape.length || after.length !== x.shape.length)
    refuseShape(
      'pad',
      `${showShape(before)} before and ${showShape(after)} after don't name every axis of ${showShape(x.shape)}`,
    );
  return { shape: x.shape.map((size, axis) => before[axis] + size + after[axis]), dtype: x.dtype };
};

/** The tensors one after another along an axis; their other axes agree. */
export function concatenate(tensors: readonly Tensor[], axis: number): Tensor {
  if (tensors.length === 0) refuseShape('concatenate', 'takes at least one tensor');
  if (tensors.length === 1) return tensors[0];
  const resolved = resolveAxis('concatenate', tensors[0].shape, axis);
  return makeNode('concatenate', tensors, { axis: resolved }, inferConcatenate);
}

export const inferConcatenate: Infer = (inputs, attributes) => {
  requireSameDType('concatenate', inputs);
  const axis = numberAttribute(attributes, 'axis');
  const rest = (shape: Shape): Shape => shape.map((size, at) => (at === axis ? 0 : size));
  if (!inputs.every((input) => sameShape(rest(input.shape), rest(inputs[0].shape)))) {
    const shown = inputs.map((input) => showShape(input.shape)).join(' and ');
    refuseShape('concatenate', `${shown} differ in more than axis ${axis}`);
  }
  const length = inputs.reduce((total, input) => total + input.shape[axis], 0);
  return { shape: inputs[0].shape.map((size, at) => (at === axis ? length : size)), dtype: inputs[0].dtype };
};

/** Rows of a table [rows, ...] by i32 indices [...]: the shape of the indices, then that of a row. */
export function gather(table: Tensor, indices: Tensor): Tensor {
  return makeNode('gather', [table, indices], {}, inferGather);
}

export const inferGather: Infer = ([table, indices]) => {
  requireDType('gather', indices, ['i32']);
  if (table.shape.length === 0) refuseShape('gather', 'takes rows from a table, but was given a scalar');
  return { shape: [...indices.shape, ...table.shape.slice(1)], dtype: table.dtype };
};

/**
 * A table [rows, ...] of zeros to which each update [n, ...] was added at its index ([n], i32), in ascending order: what
 * `gather` does to gradients.
 */
export function scatterAdd(indices: Tensor, updates: Tensor, rows: number): Tensor {
  return makeNode('scatterAdd', [indices, updates], { rows }, inferScatterAdd);
}

export const inferScatterAdd: Infer = ([indices, updates], attributes) => {
  requireDType('scatterAdd', indices, ['i32']);
  requireDType('scatterAdd', updates, ['f32']);
  requireRank('scatterAdd', indices, [1]);
  const rows = numberAttribute(attributes, 'rows');
  requireSizes('scatterAdd', [rows]);
  if (updates.shape[0] !== indices.shape[0])
    refuseShape(
      'scatterAdd',
      `${showShape(indices.shape)} indices can't place updates ${showShape(updates.shape)}`,
    );
  return { shape: [rows, ...updates.shape.slice(1)], dtype: 'f32' };
};
