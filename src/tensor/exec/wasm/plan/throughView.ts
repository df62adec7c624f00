import type { Tensor } from '../../../graph/tensor.ts';
import { numbersAttribute } from '../../../ops/attributes.ts';
import { type Affine, delinearise, type LoopSpace, placeAt, rowMajorStrides } from './loopSpace.ts';

/**
 * The place in a view's input that a place in the view shows, both in row-major order. Undefined where that is no affine
 * function of the loops; throws `SplitNeeded` where it would be one with finer loops.
 */
export function throughView(view: Tensor, place: Affine, space: LoopSpace): Affine | undefined {
  if (view.op === 'reshape') return place;
  const map = delinearise(place, view.shape, space);
  return map && placeAt(map, stridesThrough(view), space, offsetThrough(view));
}

/** How far one step along each axis of the view goes in the input. */
function stridesThrough(view: Tensor): readonly number[] {
  const [input] = view.inputs;
  const strides = rowMajorStrides(input.shape);
  switch (view.op) {
    case 'transpose':
      return numbersAttribute(view.attributes, 'permutation').map((axis) => strides[axis]);
    case 'broadcast':
      return view.shape.map((_, axis) => ((input.shape[axis] ?? 1) === 1 ? 0 : strides[axis]));
    case 'slice':
      return strides;
    default:
      throw new TypeError(`'${view.op}' is no view`);
  }
}

function offsetThrough(view: Tensor): number {
  if (view.op !== 'slice') return 0;
  const strides = rowMajorStrides(view.inputs[0].shape);
  return numbersAttribute(view.attributes, 'starts').reduce(
    (at, start, axis) => at + start * strides[axis],
    0,
  );
}
