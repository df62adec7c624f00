import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../testing/tensor/evaluate.ts';
import { add, argmax, max, multiply, sum, type Tensor } from '../../../index.ts';
import type { SampleInput } from '../../../ops/define.ts';
import { createWasmExecutor } from '../createWasmExecutor.ts';

function run(values: ArrayLike<number>, shape: readonly number[], build: (x: Tensor) => Tensor): number[] {
  const input: SampleInput = { values: Array.from(values), shape, dtype: 'f32' };
  return Array.from(evaluate(createWasmExecutor(), [input], (x) => [build(x)])[0]);
}

function uneven(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => 0.1 + Math.fround(Math.sin(i) ** 2));
}

function exactSum(values: Float32Array, first = 0, step = 1): number {
  let total = 0;
  for (let i = first; i < values.length; i += step) total += values[i];
  return total;
}

describe('sums', () => {
  it.each([15, 16, 63, 64, 65, 4097, 50_000, 1_000_000])('of %i numbers stay near the exact one', (count) => {
    const values = uneven(count);
    const exact = exactSum(values);
    expect(Math.abs(run(values, [count], (x) => sum(x))[0] - exact) / exact).toBeLessThan(1e-6);
  });

  it('of long columns stay near the exact ones', () => {
    const values = uneven(3 * 100_000);
    run(values, [100_000, 3], (x) => sum(x, 0)).forEach((value, column) => {
      const exact = exactSum(values, column, 3);
      expect(Math.abs(value - exact) / exact).toBeLessThan(1e-6);
    });
  });

  it('over axes that can not be joined stay near the exact ones', () => {
    const values = uneven(700 * 3 * 40);
    const weighted = (x: Tensor): Tensor => sum(x, [0, 2]);
    run(values, [700, 3, 40], weighted).forEach((value, middle) => {
      const exact = values.reduce(
        (total, x, i) => (Math.floor(i / 40) % 3 === middle ? total + x : total),
        0,
      );
      expect(Math.abs(value - exact) / exact).toBeLessThan(1e-6);
    });
  });

  it('of a row have the same bits whatever else the kernel computes', () => {
    const values = uneven(5 * 77);
    const plain = run(values, [5, 77], (x) => sum(x, 1));
    const scaled = run(values, [5, 77], (x) => multiply(add(sum(x, 1), sum(x, 1)), 0.5));
    expect(scaled).toEqual(plain);
  });
});

describe('the largest', () => {
  it.each([5, 16, 40, 100])('of %i is found wherever it stands, the first of equal ones', (count) => {
    for (let at = 0; at < count; at += 3)
      for (let next = at + 1; next < count; next += 7) {
        const values = Array.from({ length: count }, (_, i) => (i === at || i === next ? 9 : -(i % 5)));
        expect(run(values, [1, count], (x) => argmax(x, 1))).toEqual([at]);
        expect(run(values, [count, 1], (x) => argmax(x, 0))).toEqual([at]);
        expect(run(values, [count], (x) => max(x))).toEqual([9]);
      }
  });

  it('is NaN where there is one', () => {
    for (const count of [3, 20, 70])
      for (let at = 0; at < count; at += 5) {
        const values = Array.from({ length: count }, (_, i) => (i === at ? NaN : i));
        expect(run(values, [count], (x) => max(x))).toEqual([NaN]);
      }
  });
});
