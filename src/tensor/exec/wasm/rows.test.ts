import { expect, it } from 'vitest';
import { evaluate } from '../../../testing/tensor/evaluate.ts';
import { add, matmul, mean, relu, reshape, softmax, subtract, sum, tanh, type Tensor } from '../../index.ts';
import { createWasmExecutor } from './createWasmExecutor.ts';

const sizes = [20, 130, 64, 3];
const most = 256;

function numbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.fround(Math.sin(12.9898 * (i + 1) + 78.233 * seed)));
}

const features = numbers(most * sizes[0], 9);
const parameters = sizes.slice(1).flatMap((width, layer) => [
  { values: numbers(sizes[layer] * width, layer), shape: [sizes[layer], width], dtype: 'f32' as const },
  { values: numbers(width, layer + 5), shape: [width], dtype: 'f32' as const },
]);

/** Products of every kind (packed or not), activations, a norm over each row and a softmax. */
function forward(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, w3: Tensor, b3: Tensor): Tensor {
  const dense = (input: Tensor, w: Tensor, b: Tensor): Tensor =>
    add(matmul(input, w), reshape(b, [1, b.shape[0]]));
  const first = tanh(dense(x, w1, b1));
  const second = relu(dense(subtract(first, mean(first, 1, { keep: true })), w2, b2));
  const third = dense(second, w3, b3);
  return add(softmax(third), sum(second, 1, { keep: true }));
}

function predict(first: number, rows: number): Float32Array {
  const values = features.slice(first * sizes[0], (first + rows) * sizes[0]);
  const inputs = [{ values, shape: [rows, sizes[0]], dtype: 'f32' as const }, ...parameters];
  const build = (...x: Tensor[]): Tensor[] => [forward(...(x as Parameters<typeof forward>))];
  return evaluate(createWasmExecutor(), inputs, build)[0] as Float32Array;
}

it('gives a row the same bits alone, in a short batch and in a batch of 256', () => {
  const whole = predict(0, most);
  const bits = (values: Float32Array): number[] => [...new Int32Array(values.slice().buffer)];
  for (const rows of [1, 2, 3, 4, 7, 31, 100])
    for (const first of [0, 17, most - rows]) {
      const expected = whole.subarray(first * sizes[3], (first + rows) * sizes[3]);
      expect(bits(predict(first, rows)), `${rows} rows from ${first}`).toEqual(bits(expected));
    }
});
