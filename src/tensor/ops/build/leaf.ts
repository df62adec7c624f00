import { type DType, type Shape, type Slot, sizeOf, type Tensor } from '../../graph/tensor.ts';
import {
  numberAttribute,
  numbersAttribute,
  slotAttribute,
  textAttribute,
  valuesAttribute,
} from '../attributes.ts';
import type { Infer } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireSizes, showShape } from '../refuse.ts';

/** The present contents of a slot. */
export function read(slot: Slot): Tensor {
  return { ...makeNode('read', [], { slot }, inferRead), label: slot.name };
}

export const inferRead: Infer = (_, attributes) => {
  const { shape, dtype } = slotAttribute(attributes, 'slot');
  requireSizes('read', shape);
  return { shape, dtype };
};

/** One number everywhere. */
export function constant(value: number, shape: Shape = [], dtype: DType = 'f32'): Tensor {
  return makeNode('constant', [], { value, shape, dtype }, inferConstant);
}

export const inferConstant: Infer = (_, attributes) => {
  numberAttribute(attributes, 'value');
  const shape = numbersAttribute(attributes, 'shape');
  requireSizes('constant', shape);
  return { shape, dtype: textAttribute(attributes, 'dtype') as DType };
};

/** Numbers written into the program itself, row-major; for anything large or changing use a slot. */
export function literal(
  values: ArrayLike<number>,
  shape: Shape = [values.length],
  dtype: DType = 'f32',
): Tensor {
  return makeNode('literal', [], { values: Float64Array.from(values), shape, dtype }, inferLiteral);
}

export const inferLiteral: Infer = (_, attributes) => {
  const values = valuesAttribute(attributes, 'values');
  const shape = numbersAttribute(attributes, 'shape');
  requireSizes('literal', shape);
  if (sizeOf(shape) !== values.length)
    refuseShape('literal', `${values.length} numbers don't fill the shape ${showShape(shape)}`);
  return { shape, dtype: textAttribute(attributes, 'dtype') as DType };
};
