import { expect, it } from 'vitest';
import { evaluate } from '../../../testing/tensor/evaluate.ts';
import { add, matmul, reshape, slice, tanh, transpose } from '../../index.ts';
import type { SampleInput } from '../../ops/define.ts';
import type { Blas, Sgemm } from '../blas.ts';
import { createWasmExecutor } from './createWasmExecutor.ts';

/** A library in JavaScript, which tells what it was asked for. */
function plainBlas(): Blas & { readonly products: Sgemm[] } {
  const products: Sgemm[] = [];
  const bind = (memory: ArrayBufferLike, product: Sgemm) => {
    products.push(product);
    const { m, n, k, a, b, c } = product;
    const values = new Float32Array(memory);
    const at = ({ address, stride, transposed }: Sgemm['a'], row: number, column: number): number =>
      values[address / 4 + (transposed ? column * stride + row : row * stride + column)];
    return () => {
      for (let i = 0; i < m; i++)
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let p = 0; p < k; p++) sum += at(a, i, p) * at(b, p, j);
          values[c.address / 4 + i * c.stride + j] = sum;
        }
    };
  };
  return { name: 'plain', products, bind };
}

function numbers(shape: readonly number[], seed: number): SampleInput {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = Array.from({ length: count }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));
  return { values, shape, dtype: 'f32' };
}

type Build = Parameters<typeof evaluate>[2];

/** In fast mode with the library and in exact mode without: nearly the same numbers. Gives what the library was asked for. */
function compare(inputs: readonly SampleInput[], build: Build): Sgemm[] {
  const blas = plainBlas();
  const own = evaluate(createWasmExecutor(), inputs, build);
  const through = evaluate(createWasmExecutor({ mode: 'fast', blas: () => ({ blas }) }), inputs, build);
  through.forEach((result, output) => {
    const difference = Math.max(...[...result].map((value, at) => Math.abs(value - own[output][at])));
    expect(difference).toBeLessThan(1e-4);
    expect(result.some((value) => Math.abs(value) > 0.01)).toBe(true);
  });
  return blas.products;
}

const [m, n, k] = [40, 36, 50];

it('takes large products in all transposed forms', () => {
  const factors = [numbers([m, k], 1), numbers([k, m], 2), numbers([k, n], 3), numbers([n, k], 4)];
  const products = compare(factors, (a, tall, b, wide) => [
    matmul(a, b),
    matmul(tall, b, { transposeA: true }),
    matmul(a, wide, { transposeB: true }),
    matmul(tall, wide, { transposeA: true, transposeB: true }),
  ]);
  expect(products.map(({ a, b }) => [a.transposed, b.transposed])).toEqual([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ]);
});

it('goes over the result for what follows, whether the product itself is kept or not', () => {
  const inputs = [numbers([m, k], 1), numbers([k, n], 2), numbers([n], 3)];
  const bent: Build = (a, b, bias) => [tanh(add(matmul(a, b), reshape(bias, [1, n])))];
  const kept: Build = (a, b, bias) => {
    const product = matmul(a, b);
    return [product, tanh(add(product, reshape(bias, [1, n])))];
  };
  const turned: Build = (a, b) => [reshape(transpose(matmul(a, b)), [n * m])];
  for (const build of [bent, kept, turned]) expect(compare(inputs, build)).toHaveLength(1);
});

it('takes batches and windows, matrix by matrix', () => {
  const inputs = [numbers([3, m, k], 1), numbers([3, k + 2, n], 2)];
  const products = compare(inputs, (a, b) => [matmul(a, slice(b, [0, 1, 0], [3, k, n]))]);
  expect(products).toHaveLength(3);
  expect(products[1].b.address - products[0].b.address).toBe(4 * (k + 2) * n);
});

it('leaves alone what is small, of one row, or has neither rows nor columns in one piece', () => {
  const inputs = [numbers([4, k], 1), numbers([k, n], 2), numbers([1, 2000], 3), numbers([2000, 50], 4)];
  const products = compare([...inputs, numbers([m, k, 2], 5)], (small, b, row, tall, pairs) => [
    matmul(small, b),
    matmul(row, tall),
    matmul(reshape(slice(pairs, [0, 0, 1], [m, k, 1]), [m, k]), b),
  ]);
  expect(products).toEqual([]);
});

it('is not asked for a library in exact mode, nor where no product is large; otherwise once', () => {
  let asked = 0;
  const blas = () => {
    asked++;
    return {};
  };
  const product: Build = (a, b) => [matmul(a, b)];
  const large = [numbers([m, k], 1), numbers([k, n], 2)];
  evaluate(createWasmExecutor({ blas }), large, product);
  evaluate(createWasmExecutor({ mode: 'fast', blas }), [numbers([2, k], 1), numbers([k, n], 2)], product);
  expect(asked).toBe(0);
  const executor = createWasmExecutor({ mode: 'fast', blas });
  for (const _ of [1, 2]) evaluate(executor, large, product);
  expect(asked).toBe(1);
});

it('says what it uses', () => {
  const large = [numbers([m, k], 1), numbers([k, n], 2)];
  const executor = createWasmExecutor({ mode: 'fast', blas: () => ({ blas: plainBlas() }) });
  expect(executor.means!().blas).toBeNull();
  evaluate(executor, large, (a, b) => [matmul(a, b)]);
  expect(executor.means!()).toMatchObject({ mode: 'fast', blas: 'plain' });
  const refused = createWasmExecutor({ mode: 'fast', blas: () => ({ warning: 'It is broken.' }) });
  evaluate(refused, large, (a, b) => [matmul(a, b)]);
  expect(refused.means!()).toMatchObject({ blas: null, warning: 'It is broken.' });
});
