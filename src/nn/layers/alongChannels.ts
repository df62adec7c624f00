import { reshape, type Shape, type Tensor } from '../../tensor/index.ts';

/** A vector [channels] as [1, channels, 1, ...], to go along axis 1 of a tensor of this shape. */
export function alongChannels(vector: Tensor, shape: Shape): Tensor {
  return reshape(
    vector,
    shape.map((_, axis) => (axis === 1 ? vector.shape[0] : 1)),
  );
}
