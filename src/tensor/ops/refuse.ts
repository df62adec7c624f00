import { NeumannError } from '../../errors.ts';
import type { DType, Shape } from '../graph/tensor.ts';
import type { TensorType } from './define.ts';

export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** `f32[32, 10]`: how a tensor's type is written in messages and printed programs. */
export function showType(type: TensorType): string {
  return type.dtype + showShape(type.shape);
}

/** Ends the building of a graph whose shapes don't fit; the message begins with the operation. */
export function refuseShape(op: string, message: string): never {
  throw new NeumannError('shape', `${op}: ${message}`);
}

export function requireDType(op: string, input: TensorType, accepted: readonly DType[]): void {
  if (accepted.includes(input.dtype)) return;
  throw new NeumannError('dtype', `${op}: takes ${accepted.join(' or ')}, but was given ${showType(input)}`);
}

export function requireSameDType(op: string, inputs: readonly TensorType[]): void {
  if (inputs.every((input) => input.dtype === inputs[0].dtype)) return;
  const given = inputs.map(showType).join(' and ');
  throw new NeumannError(
    'dtype',
    `${op}: takes tensors of one dtype, but was given ${given}; cast one of them`,
  );
}

export function requireRank(op: string, input: TensorType, ranks: readonly number[]): void {
  if (ranks.includes(input.shape.length)) return;
  refuseShape(op, `takes a tensor of rank ${ranks.join(' or ')}, but was given ${showShape(input.shape)}`);
}

export function requireSizes(op: string, shape: Shape): void {
  if (shape.every((size) => Number.isSafeInteger(size) && size >= 0)) return;
  refuseShape(op, `${showShape(shape)} is no shape; sizes are whole numbers from 0`);
}

/** The axis counted from 0; negative axes count from the end. */
export function resolveAxis(op: string, shape: Shape, axis: number): number {
  const resolved = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(axis) && resolved >= 0 && resolved < shape.length) return resolved;
  refuseShape(op, `there is no axis ${axis} in ${showShape(shape)}`);
}

/** Distinct axes in ascending order; all of them when none are named. */
export function resolveAxes(op: string, shape: Shape, axes?: number | readonly number[]): readonly number[] {
  if (axes === undefined) return shape.map((_, axis) => axis);
  const named = typeof axes === 'number' ? [axes] : axes;
  const resolved = named.map((axis) => resolveAxis(op, shape, axis)).sort((a, b) => a - b);
  if (new Set(resolved).size === resolved.length) return resolved;
  refuseShape(op, `axes ${showShape(named)} of ${showShape(shape)} name one axis twice`);
}
