import { type Shape, sizeOf } from '../graph/tensor.ts';

/** Distance in memory between neighbours along each axis of a row-major tensor. */
export function stridesOf(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1];
  return strides;
}

/**
 * For each element of `shape`, in row-major order, where it lies in a memory of these strides. All moves and reductions of
 * the reference executor are loops over such a map, made once.
 */
export function indexMap(shape: Shape, strides: readonly number[], base = 0): Int32Array {
  const map = new Int32Array(sizeOf(shape));
  map[0] = base;
  let filled = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--)
    filled = repeatAlong(map, filled, shape[axis], strides[axis]);
  return map;
}

/** Given the map of what lies inside an axis in the first `filled` places, goes on along the axis. */
function repeatAlong(map: Int32Array, filled: number, size: number, stride: number): number {
  for (let index = 1; index < size; index++) {
    const offset = index * stride;
    for (let i = 0; i < filled; i++) map[index * filled + i] = map[i] + offset;
  }
  return filled * size;
}
