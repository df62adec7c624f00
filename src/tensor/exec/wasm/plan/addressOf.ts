import { type Shape, sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { type Affine, type LoopSpace, loopsOver, placeOf, SplitNeeded, withoutOnes } from './loopSpace.ts';
import { isView } from './operations.ts';
import { throughView } from './throughView.ts';

/** A tensor as a window with strides on another one that lies in memory. */
export interface Address {
  readonly base: Tensor;
  readonly offset: number;
  /** In elements, for each axis of the tensor. */
  readonly strides: readonly number[];
}

/** Follows reshapes, transposes, slices and broadcasts to what they look at; undefined if strides can't say it. */
export function addressOf(tensor: Tensor): Address | undefined {
  if (sizeOf(tensor.shape) === 0) return undefined;
  const space = loopsOver(withoutOnes(tensor.shape), []);
  let place: Affine | undefined = placeOf(
    space,
    tensor.shape,
    space.map((_, source) => source),
  );
  let base = tensor;
  while (place && isView(base)) {
    place = throughViewIfPlain(base, place, space);
    base = base.inputs[0];
  }
  return place && { base, offset: place.offset, strides: spreadOver(tensor.shape, place.coefficients) };
}

/** Coefficients for axes without those of size 1, back on all axes. */
function spreadOver(shape: Shape, coefficients: readonly number[]): readonly number[] {
  let next = 0;
  return shape.map((size) => (size === 1 ? 0 : coefficients[next++]));
}

function throughViewIfPlain(view: Tensor, place: Affine, space: LoopSpace): Affine | undefined {
  try {
    return throughView(view, place, space);
  } catch (thrown) {
    if (thrown instanceof SplitNeeded) return undefined;
    throw thrown;
  }
}
