import type { View } from '../../exec/executor.ts';
import type { Shape, Tensor } from '../../graph/tensor.ts';
import { numberAttribute, numbersAttribute } from '../attributes.ts';
import { inferBroadcast, sameShape } from '../build/broadcast.ts';
import {
  broadcast,
  cast,
  concatenate,
  constant,
  pad,
  reshape,
  slice,
  sum,
  transpose,
} from '../build/index.ts';
import { inferConcatenate, inferPad, inferReshape, inferSlice, inferTranspose } from '../build/move.ts';
import { constantValue } from '../constantValue.ts';
import { defineOp, type Kernel } from '../define.ts';
import { indexMap, stridesOf } from '../indexMap.ts';
import { sample, scattered } from '../samples.ts';

/** Every element of a move's result is an element of an input (or a padding); the kernels are copies along index maps. */
export const moveOps = {
  reshape: defineOp({
    family: 'move',
    exact: true,
    infer: inferReshape,
    gradient: (node, g) => [reshape(g, node.inputs[0].shape)],
    kernel:
      () =>
      ([x], output) =>
        output.set(x),
    samples: [
      sample('reshape', [scattered([3, 4])], (x) => reshape(x, [2, -1])),
      sample('reshape to a scalar', [scattered([1, 1])], (x) => reshape(x, [])),
      sample('reshape of i32', [scattered([3, 5])], (x) => reshape(cast(x, 'i32'), [15])),
      sample('reshape of u8', [scattered([3, 5])], (x) => reshape(cast(x, 'u8'), [5, 3])),
    ],
    simplify: (node) => {
      const [x] = node.inputs;
      if (sameShape(x.shape, node.shape)) return x;
      return x.op === 'reshape' ? reshape(x.inputs[0], node.shape) : refill(node);
    },
  }),

  transpose: defineOp({
    family: 'move',
    exact: true,
    infer: inferTranspose,
    gradient: (node, g) => [transpose(g, inverse(numbersAttribute(node.attributes, 'permutation')))],
    kernel: (node) => {
      const strides = stridesOf(node.inputs[0].shape);
      return copyFrom(
        node.shape,
        numbersAttribute(node.attributes, 'permutation').map((axis) => strides[axis]),
      );
    },
    samples: [
      sample('transpose', [scattered([3, 5])], (x) => transpose(x)),
      sample('transpose of rank 3', [scattered([2, 3, 4])], (x) => transpose(x, [2, 0, 1])),
      sample('transpose of rank 4', [scattered([2, 1, 3, 2])], (x) => transpose(x, [0, 3, 1, 2])),
      sample('transpose of i32', [scattered([3, 5])], (x) => transpose(cast(x, 'i32'))),
    ],
    simplify: (node) => {
      const [x] = node.inputs;
      const permutation = numbersAttribute(node.attributes, 'permutation');
      if (permutation.every((axis, at) => axis === at)) return x;
      if (x.op !== 'transpose') return refill(node);
      const inner = numbersAttribute(x.attributes, 'permutation');
      return transpose(
        x.inputs[0],
        permutation.map((axis) => inner[axis]),
      );
    },
  }),

  broadcast: defineOp({
    family: 'move',
    exact: true,
    infer: inferBroadcast,
    gradient: (node, g) => [sumToShape(g, node.inputs[0].shape)],
    kernel: (node) => {
      const { shape } = node.inputs[0];
      const strides = stridesOf(shape);
      return copyFrom(
        node.shape,
        node.shape.map((_, axis) => ((shape[axis] ?? 1) === 1 ? 0 : strides[axis])),
      );
    },
    samples: [
      sample('broadcast of a scalar', [scattered([])], (x) => broadcast(x, [2, 3])),
      sample('broadcast of a row', [scattered([1, 5])], (x) => broadcast(x, [3, 5])),
      sample('broadcast of a column', [scattered([3, 1])], (x) => broadcast(x, [3, 5])),
      sample('broadcast of the outer axes', [scattered([1, 3, 1])], (x) => broadcast(x, [2, 3, 4])),
      sample('broadcast of i32', [scattered([3, 1])], (x) => broadcast(cast(x, 'i32'), [3, 5])),
    ],
    simplify: (node) => {
      const [x] = node.inputs;
      if (sameShape(x.shape, node.shape)) return x;
      return x.op === 'broadcast' ? broadcast(x.inputs[0], node.shape) : refill(node);
    },
  }),

  slice: defineOp({
    family: 'move',
    exact: true,
    infer: inferSlice,
    gradient: (node, g) => {
      const starts = numbersAttribute(node.attributes, 'starts');
      const after = node.inputs[0].shape.map((size, axis) => size - starts[axis] - node.shape[axis]);
      return [pad(g, starts, after)];
    },
    kernel: (node) => {
      const strides = stridesOf(node.inputs[0].shape);
      return copyFrom(node.shape, strides, placeOf(numbersAttribute(node.attributes, 'starts'), strides));
    },
    samples: [
      sample('slice', [scattered([7])], (x) => slice(x, [2], [3])),
      sample('slice of rank 2', [scattered([4, 7])], (x) => slice(x, [1, 2], [2, 5])),
      sample('slice of rank 3', [scattered([2, 4, 3])], (x) => slice(x, [1, 0, 1], [1, 3, 2])),
      sample('slice of i32', [scattered([4, 7])], (x) => slice(cast(x, 'i32'), [0, 3], [4, 1])),
    ],
    simplify: (node) => (sameShape(node.inputs[0].shape, node.shape) ? node.inputs[0] : refill(node)),
  }),

  pad: defineOp({
    family: 'move',
    exact: true,
    infer: inferPad,
    gradient: (node, g) => [slice(g, numbersAttribute(node.attributes, 'before'), node.inputs[0].shape)],
    kernel: (node) => {
      const strides = stridesOf(node.shape);
      const base = placeOf(numbersAttribute(node.attributes, 'before'), strides);
      const place = copyTo(node.inputs[0].shape, strides, base);
      const value = numberAttribute(node.attributes, 'value');
      return ([x], output) => place(x, output.fill(value));
    },
    samples: [
      sample('pad', [scattered([5])], (x) => pad(x, [2], [1])),
      sample('pad of rank 2', [scattered([2, 3])], (x) => pad(x, [1, 0], [0, 2], -1.5)),
      sample('pad of rank 3', [scattered([2, 1, 3])], (x) => pad(x, [0, 1, 1], [1, 0, 2])),
      sample('pad of i32', [scattered([2, 3])], (x) => pad(cast(x, 'i32'), [1, 1], [1, 1], 9)),
    ],
    simplify: (node) => (sameShape(node.inputs[0].shape, node.shape) ? node.inputs[0] : undefined),
  }),

  concatenate: defineOp({
    family: 'move',
    exact: true,
    infer: inferConcatenate,
    gradient: (node, g) => {
      const axis = numberAttribute(node.attributes, 'axis');
      const starts = startsAlong(node, axis);
      return node.inputs.map((input, i) =>
        slice(
          g,
          node.shape.map((_, at) => (at === axis ? starts[i] : 0)),
          input.shape,
        ),
      );
    },
    kernel: (node) => {
      const strides = stridesOf(node.shape);
      const axis = numberAttribute(node.attributes, 'axis');
      const starts = startsAlong(node, axis);
      const places = node.inputs.map((input, i) => copyTo(input.shape, strides, starts[i] * strides[axis]));
      return (inputs, output) => inputs.forEach((x, i) => places[i](x, output));
    },
    samples: [
      sample('concatenate', [scattered([3]), scattered([4], 1)], (a, b) => concatenate([a, b], 0)),
      sample('concatenate columns', [scattered([3, 2]), scattered([3, 1], 1), scattered([3, 4], 2)], (...x) =>
        concatenate(x, -1),
      ),
      sample('concatenate the middle axis', [scattered([2, 1, 3]), scattered([2, 2, 3], 1)], (a, b) =>
        concatenate([a, b], 1),
      ),
      sample('concatenate one tensor twice', [scattered([2, 3])], (x) => concatenate([x, x], 1)),
      sample('concatenate i32', [scattered([5])], (x) => concatenate([cast(x, 'i32'), cast(x, 'i32')], 0)),
    ],
  }),
};

/** A constant stays one wherever its elements go. */
function refill(node: Tensor): Tensor | undefined {
  const value = constantValue(node.inputs[0]);
  return value === undefined ? undefined : constant(value, node.shape, node.dtype);
}

/** What `broadcast` from `shape` does to gradients: the sum over all that was repeated. */
function sumToShape(g: Tensor, shape: Shape): Tensor {
  if (shape.length === 0) return sum(g);
  return sum(
    g,
    shape.flatMap((size, axis) => (size === g.shape[axis] ? [] : [axis])),
    { keep: true },
  );
}

function inverse(permutation: readonly number[]): readonly number[] {
  return permutation.map((_, axis) => permutation.indexOf(axis));
}

function startsAlong(node: Tensor, axis: number): readonly number[] {
  let end = 0;
  return node.inputs.map((input) => (end += input.shape[axis]) - input.shape[axis]);
}

function placeOf(index: readonly number[], strides: readonly number[]): number {
  return index.reduce((place, at, axis) => place + at * strides[axis], 0);
}

function copyFrom(shape: Shape, strides: readonly number[], base = 0): Kernel {
  const map = indexMap(shape, strides, base);
  return ([x], output) => {
    for (let i = 0; i < map.length; i++) output[i] = x[map[i]];
  };
}

function copyTo(shape: Shape, strides: readonly number[], base: number): (x: View, output: View) => void {
  const map = indexMap(shape, strides, base);
  return (x, output) => {
    for (let i = 0; i < map.length; i++) output[map[i]] = x[i];
  };
}
