import type { Tensor } from '../graph/tensor.ts';
import { numberAttribute } from './attributes.ts';

/** The number that all elements are known to be, if the tensor is a constant. */
export function constantValue(x: Tensor): number | undefined {
  return x.op === 'constant' ? numberAttribute(x.attributes, 'value') : undefined;
}
