import { type Shape, sizeOf, type Tensor } from '../../graph/tensor.ts';
import { numbersAttribute, textAttribute } from '../attributes.ts';
import type { Infer } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireDType, requireSizes, showShape } from '../refuse.ts';

/**
 * Uniform numbers in [0, 1), multiples of 2^-24, from the counter-based generator Philox 4x32-10. `key` is i32 [4]: seedLow,
 * seedHigh, step, slice. Element i depends on the key, the stream's name and i alone, never on what else is drawn.
 */
export function random(stream: string, shape: Shape, key: Tensor): Tensor {
  return makeNode('random', [key], { stream, shape }, inferRandom);
}

export const inferRandom: Infer = ([key], attributes) => {
  textAttribute(attributes, 'stream');
  const shape = numbersAttribute(attributes, 'shape');
  requireSizes('random', shape);
  requireDType('random', key, ['i32']);
  if (sizeOf(key.shape) !== 4 || key.shape.length !== 1)
    refuseShape('random', `takes a key of shape [4], but was given ${showShape(key.shape)}`);
  return { shape, dtype: 'f32' };
};
