import { add, multiply, type Shape, type Tensor } from '../../tensor/index.ts';
import type { TraceContext } from '../define.ts';

/** Norm layers' learned scale (`weight`, from 1) and shift (`bias`, from 0); neither decays. */
export function affine(
  context: TraceContext,
  normalised: Tensor,
  shape: Shape,
  place: (vector: Tensor) => Tensor,
): Tensor {
  const scale = context.parameter('weight', shape, { initial: { name: 'ones' }, decay: false });
  const shift = context.parameter('bias', shape, { initial: { name: 'zeros' }, decay: false });
  return add(multiply(normalised, place(scale)), place(shift));
}
