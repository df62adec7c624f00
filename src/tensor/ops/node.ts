import type { Tensor } from '../graph/tensor.ts';
import type { Attributes, Infer } from './define.ts';

/** A new node; `infer` checks the inputs and gives its type. */
export function makeNode(
  op: string,
  inputs: readonly Tensor[],
  attributes: Attributes,
  infer: Infer,
): Tensor {
  return { op, inputs, attributes, ...infer(inputs, attributes) };
}

/** The same tensor with a name for people: it appears in printed programs and where a number stopped being finite. */
export function withLabel(tensor: Tensor, label: string): Tensor {
  return { ...tensor, label };
}
