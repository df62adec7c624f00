import {
  absolute,
  add,
  argmax,
  broadcast,
  cast,
  concatenate,
  equal,
  floor,
  gather,
  less,
  lessEqual,
  literal,
  matmul,
  max,
  maximum,
  minimum,
  multiply,
  negate,
  notEqual,
  pad,
  relu,
  reshape,
  scatterAdd,
  select,
  sign,
  slice,
  square,
  stopGradient,
  subtract,
  sum,
  type Tensor,
  transpose,
} from '../../tensor/index.ts';

/** A tensor of whole numbers, none larger than `bound` in size. */
export interface Bounded {
  readonly tensor: Tensor;
  readonly bound: number;
}

/** Makes a tensor from `a` and, in some cases, from `b`, with which `a` broadcasts; `choice` picks axes and the like. */
export type Growth = (a: Bounded, b: Bounded, choice: number) => Bounded;

export const growths: readonly Growth[] = [
  same(negate),
  same(absolute),
  same(floor),
  same(relu),
  same(stopGradient),
  ({ tensor }) => ({ tensor: sign(tensor), bound: 1 }),
  ({ tensor, bound }) => ({ tensor: square(tensor), bound: bound * bound }),
  ({ tensor, bound }) => ({ tensor: add(multiply(tensor, 2), 1), bound: 2 * bound + 1 }),
  both(add, (a, b) => a + b),
  both(subtract, (a, b) => a + b),
  both(multiply, (a, b) => a * b),
  both(minimum, Math.max),
  both(maximum, Math.max),
  both((a, b) => select(less(a, b), a, b), Math.max),
  both((a, b) => select(lessEqual(a, 0), b, a), Math.max),
  both(equal, () => 1),
  both(notEqual, () => 1),
  ({ tensor, bound }) => ({ tensor: sum(tensor), bound: bound * 300 }),
  (a, _, choice) => onAxis(a, choice, (x, axis) => sum(x, axis, { keep: choice % 2 === 0 }), a.bound * 300),
  (a, _, choice) => onAxis(a, choice, (x, axis) => max(x, axis, { keep: choice % 2 === 0 })),
  (a, _, choice) => onAxis(a, choice, (x, axis) => cast(argmax(x, axis), 'f32'), 300),
  (a, _, choice) => onAxis(a, choice, (x, axis) => subtract(x, max(x, axis, { keep: true })), 2 * a.bound),
  (a, _, choice) => onAxis(a, choice, halfOf),
  (a, _, choice) => onAxis(a, choice, (x, axis) => concatenate([x, halfOf(x, axis), x], axis)),
  (a, _, choice) =>
    onAxis(a, choice, (x, axis) => pad(x, at(x, axis, 1), at(x, axis, 2), 3), Math.max(a.bound, 3)),
  same((x) => transpose(x)),
  same((x) =>
    transpose(
      x,
      x.shape.map((_, axis) => (axis + 1) % x.shape.length),
    ),
  ),
  same((x) => reshape(x, [-1])),
  same((x) => reshape(x, [1, -1])),
  same((x) => reshape(x, [-1, 1])),
  same((x) =>
    x.shape.length === 2 && x.shape.includes(1)
      ? broadcast(
          x,
          x.shape.map((size) => (size === 1 ? 5 : size)),
        )
      : x,
  ),
  (a) => onAxis(a, 0, (x) => gather(x, literal([x.shape[0] - 1, 0, 0], [3], 'i32'))),
  (a) =>
    onAxis(
      a,
      0,
      (x) => scatterAdd(literal(x.shape.slice(0, 1).flatMap(cyclic), [x.shape[0]], 'i32'), x, 4),
      a.bound * 300,
    ),
  (a) => product(a, { transposeB: true }),
  (a) => product(a, { transposeA: true }),
];

function same(build: (x: Tensor) => Tensor): Growth {
  return ({ tensor, bound }) => ({ tensor: build(tensor), bound });
}

function both(build: (a: Tensor, b: Tensor) => Tensor, bound: (a: number, b: number) => number): Growth {
  return (a, b) => ({ tensor: build(a.tensor, b.tensor), bound: bound(a.bound, b.bound) });
}

function onAxis(
  a: Bounded,
  choice: number,
  build: (x: Tensor, axis: number) => Tensor,
  bound = a.bound,
): Bounded {
  const rank = a.tensor.shape.length;
  return rank === 0 ? a : { tensor: build(a.tensor, choice % rank), bound };
}

function halfOf(x: Tensor, axis: number): Tensor {
  const half = x.shape[axis] >> 1;
  const sizes = x.shape.map((size, i) => (i === axis ? size - half : size));
  return slice(x, at(x, axis, half), sizes);
}

function at(x: Tensor, axis: number, value: number): number[] {
  return x.shape.map((_, i) => (i === axis ? value : 0));
}

function cyclic(length: number): number[] {
  return Array.from({ length }, (_, i) => (i * 3) % 4);
}

function product(
  { tensor, bound }: Bounded,
  options: { transposeA?: boolean; transposeB?: boolean },
): Bounded {
  if (tensor.shape.length < 2) return { tensor, bound };
  return { tensor: matmul(tensor, tensor, options), bound: bound * bound * 300 };
}
