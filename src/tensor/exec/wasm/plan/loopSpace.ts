import type { Shape } from '../../../graph/tensor.ts';

/** One loop of a kernel: it moves `stride` along axis `source` of the shape that the kernel runs over. */
export interface LoopAxis {
  readonly size: number;
  readonly source: number;
  readonly stride: number;
  /** Whether a reduction runs along it; such axes come last. */
  readonly reduced: boolean;
}

export type LoopSpace = readonly LoopAxis[];

/** An affine function of the loop indices: offset + the sum of coefficients times indices. */
export interface Affine {
  readonly offset: number;
  readonly coefficients: readonly number[];
}

/** Thrown where a loop has to be split in two (the inner one of this size) so that a reshape becomes affine. */
export class SplitNeeded {
  readonly axis: number;
  readonly inner: number;

  constructor(axis: number, inner: number) {
    this.axis = axis;
    this.inner = inner;
  }
}

/** Loops over a shape without axes of size 1, those of `reduced` last. */
export function loopsOver(shape: Shape, reduced: readonly number[]): LoopSpace {
  const axes = shape.map((size, source) => ({ size, source, stride: 1, reduced: reduced.includes(source) }));
  return [...axes.filter((axis) => !axis.reduced), ...axes.filter((axis) => axis.reduced)];
}

export function splitLoop(space: LoopSpace, { axis, inner }: SplitNeeded): LoopSpace {
  const loop = space[axis];
  const halves = [
    { ...loop, size: loop.size / inner, stride: loop.stride * inner },
    { ...loop, size: inner },
  ];
  return [...space.slice(0, axis), ...halves, ...space.slice(axis + 1)];
}

export function withoutOnes(shape: Shape): Shape {
  return shape.filter((size) => size !== 1);
}

/**
 * The place (in row-major order) that the loops visit in a tensor whose axes, without those of size 1, are in order these axes
 * of the kernel's shape.
 */
export function placeOf(space: LoopSpace, shape: Shape, sources: readonly number[]): Affine {
  const strides = rowMajorStrides(withoutOnes(shape));
  const coefficients = space.map(({ source, stride }) => {
    const axis = sources.indexOf(source);
    return axis < 0 ? 0 : strides[axis] * stride;
  });
  return { offset: 0, coefficients };
}

/** The same place in every round. */
export function constantPlace(space: LoopSpace, offset: number): Affine {
  return { offset, coefficients: space.map(() => 0) };
}

export function rowMajorStrides(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1];
  return strides;
}

/** For each axis of a tensor, where along it the loops are. */
export type IndexMap = readonly Affine[];

/** The row-major place that a map leads to in a tensor with these strides. */
export function placeAt(map: IndexMap, strides: readonly number[], space: LoopSpace, base = 0): Affine {
  const coefficients = space.map((_, loop) =>
    map.reduce((total, axis, i) => total + axis.coefficients[loop] * strides[i], 0),
  );
  return { offset: map.reduce((total, axis, i) => total + axis.offset * strides[i], base), coefficients };
}

export function sameAffine(a: Affine, b: Affine): boolean {
  return a.offset === b.offset && sameCoefficients(a, b);
}

export function sameCoefficients(a: Affine, b: Affine): boolean {
  return a.coefficients.every((coefficient, loop) => coefficient === b.coefficients[loop]);
}

/**
 * The map that leads to a place of a tensor of this shape, given the place as a function of the loops; undefined where
 * no affine map does. Throws `SplitNeeded` where one would with finer loops.
 */
export function delinearise(place: Affine, shape: Shape, space: LoopSpace): IndexMap | undefined {
  const strides = rowMajorStrides(shape);
  const left = [...place.coefficients];
  let offset = place.offset;
  const map: Affine[] = [];
  for (const [axis, stride] of strides.entries()) {
    const coefficients = left.map((coefficient, loop) => {
      if (coefficient === 0) return 0;
      const whole = Math.floor(coefficient / stride);
      if (coefficient % stride === 0) left[loop] = 0;
      else if (coefficient > stride) return NaN;
      else requireWithin(coefficient, stride, loop, space);
      return coefficient % stride === 0 ? whole : 0;
    });
    map.push({ offset: Math.floor(offset / stride), coefficients });
    offset %= stride;
    if (coefficients.some(Number.isNaN) || (axis > 0 && !staysWithin(map[axis], shape[axis], space)))
      return undefined;
  }
  return map;
}

/** Whether a loop stays inside an axis that it does not move along; if it runs over its end, it is to be split there. */
function requireWithin(coefficient: number, stride: number, loop: number, space: LoopSpace): void {
  const { size } = space[loop];
  if (coefficient * (size - 1) < stride) return;
  const inner = stride / coefficient;
  if (Number.isInteger(inner) && size % inner === 0) throw new SplitNeeded(loop, inner);
}

function staysWithin(axis: Affine, size: number, space: LoopSpace): boolean {
  const furthest = axis.coefficients.reduce((at, c, loop) => at + c * (space[loop].size - 1), axis.offset);
  return furthest < size;
}
