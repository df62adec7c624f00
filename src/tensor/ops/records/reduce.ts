import type { Shape, Tensor } from '../../graph/tensor.ts';
import { numberAttribute, numbersAttribute } from '../attributes.ts';
import { argmax, inferArgmax, inferReduce, max, reducedShape, sum } from '../build/reduce.ts';
import { broadcast, cast, divide, equal, multiply, reshape } from '../build/index.ts';
import { defineOp, type Kernel } from '../define.ts';
import { indexMap, stridesOf } from '../indexMap.ts';
import { sample, scattered } from '../samples.ts';

export const reduceOps = {
  sum: defineOp({
    family: 'reduce',
    exact: false,
    infer: inferReduce('sum'),
    gradient: (node, output) => [spread(node, output)],
    kernel: (node) => fold(node, 0, (total, x) => total + x),
    samples: [
      sample('sum of all', [scattered([3, 5])], (x) => sum(x)),
      sample('sum of rows', [scattered([4, 7])], (x) => sum(x, 1)),
      sample('sum of columns, kept', [scattered([4, 7])], (x) => sum(x, 0, { keep: true })),
      sample('sum of the middle axis', [scattered([2, 3, 4])], (x) => sum(x, 1)),
      sample('sum of the outer axes', [scattered([2, 3, 4])], (x) => sum(x, [0, 2], { keep: true })),
      sample('sum of i32', [scattered([5, 3])], (x) => sum(cast(x, 'i32'), 0)),
    ],
  }),

  max: defineOp({
    family: 'reduce',
    exact: true,
    infer: inferReduce('max'),
    gradient: (node, output) => {
      const [x] = node.inputs;
      const largest = equal(x, spread(node, node));
      const ties = spread(node, sum(largest, numbersAttribute(node.attributes, 'axes')));
      return [multiply(spread(node, output), divide(largest, ties))];
    },
    kernel: (node) => fold(node, node.dtype === 'i32' ? -(2 ** 31) : -Infinity, Math.max),
    samples: [
      sample('max of all', [scattered([3, 5])], (x) => max(x)),
      sample('max of rows', [scattered([4, 7])], (x) => max(x, -1)),
      sample('max of columns, kept', [scattered([4, 7])], (x) => max(x, 0, { keep: true })),
      sample('max of the outer axes', [scattered([2, 3, 4])], (x) => max(x, [0, 2])),
      sample('max of i32', [scattered([5, 3])], (x) => max(cast(x, 'i32'), 0)),
    ],
  }),

  argmax: defineOp({
    family: 'reduce',
    exact: true,
    infer: inferArgmax,
    gradient: 'notDifferentiable',
    kernel: argmaxKernel,
    samples: [
      sample('argmax of rows', [scattered([4, 7])], (x) => argmax(x, 1)),
      sample('argmax of columns', [scattered([4, 7])], (x) => argmax(x, 0)),
      sample('argmax of the middle axis', [scattered([2, 5, 3])], (x) => argmax(x, 1)),
      sample('argmax of i32', [scattered([2, 5])], (x) => argmax(cast(x, 'i32'), 1)),
    ],
  }),
};

/** Something of the result's shape, repeated over the reduced axes of the input. */
function spread(node: Tensor, reduced: Tensor): Tensor {
  const { shape } = node.inputs[0];
  if (reduced.shape.length === 0) return broadcast(reduced, shape);
  return broadcast(
    reshape(reduced, reducedShape(shape, numbersAttribute(node.attributes, 'axes'), true)),
    shape,
  );
}

/** For each element of the input, the place in the result that it counts towards. */
function destinations(shape: Shape, axes: readonly number[]): Int32Array {
  const strides = stridesOf(reducedShape(shape, axes, true));
  return indexMap(
    shape,
    strides.map((stride, axis) => (axes.includes(axis) ? 0 : stride)),
  );
}

function fold(node: Tensor, initial: number, combine: (folded: number, x: number) => number): Kernel {
  const map = destinations(node.inputs[0].shape, numbersAttribute(node.attributes, 'axes'));
  return ([x], output) => {
    output.fill(initial);
    for (let i = 0; i < x.length; i++) output[map[i]] = combine(output[map[i]], x[i]);
  };
}

function argmaxKernel(node: Tensor): Kernel {
  const { shape } = node.inputs[0];
  const axis = numberAttribute(node.attributes, 'axis');
  const starts = indexMap(
    node.shape,
    stridesOf(shape).filter((_, at) => at !== axis),
  );
  const stride = stridesOf(shape)[axis];
  return ([x], output) => {
    for (let i = 0; i < output.length; i++) {
      let best = 0;
      for (let k = 1; k < shape[axis]; k++)
        if (x[starts[i] + k * stride] > x[starts[i] + best * stride]) best = k;
      output[i] = best;
    }
  };
}
