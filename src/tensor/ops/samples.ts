import type { DType, Shape, Tensor } from '../graph/tensor.ts';
import { sizeOf } from '../graph/tensor.ts';
import type { Sample, SampleInput } from './define.ts';

/** Inputs of a sample, by given numbers (of shape [n] unless said). */
export function sampleInput(
  values: readonly number[],
  shape: Shape = [values.length],
  dtype: DType = 'f32',
): SampleInput {
  return { values, shape, dtype };
}

/** f32 numbers without ties, pattern or kinks nearby, in about [-2, 2]: multiples of 1/64, so exact in every dtype. */
export function scattered(shape: Shape, seed = 0): SampleInput {
  const values = Array.from(
    { length: sizeOf(shape) },
    (_, i) => (((i + 1) * 89 + seed * 31) % 257) / 64 - 2.0078125,
  );
  return { values, shape, dtype: 'f32' };
}

export function indices(values: readonly number[], shape: Shape = [values.length]): SampleInput {
  return { values, shape, dtype: 'i32' };
}

export function sample(
  name: string,
  inputs: readonly SampleInput[],
  build: (...inputs: Tensor[]) => Tensor,
): Sample {
  return { name, inputs, build };
}
