import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from './dot.ts';
import { runningMoments } from './runningMoments.ts';
import { sum } from './sum.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 500 });
const exactMean = (values: number[]) => {
  const scale = 2n ** 1100n;
  const total = values.reduce((all, value) => all + toBig(value, scale), 0n);
  return Number((total << 20n) / BigInt(values.length) / (scale >> 100n)) / 2 ** 120;
};
/** A float64 as a whole number of 1/scale (scale a power of two above 2^1074). */
function toBig(value: number, scale: bigint): bigint {
  let exponent = 0;
  let whole = value;
  for (; !Number.isInteger(whole); exponent++) whole *= 2;
  return (BigInt(whole) * scale) >> BigInt(exponent);
}

describe('sum', () => {
  it('keeps the error of a long sum small', () => {
    const values = new Float64Array(1e6).fill(0.1);
    expect(Math.abs(sum(values) - 1e5)).toBeLessThan(1e-9);
  });
  it('is 0 for nothing and takes a range', () => {
    expect(sum([])).toBe(0);
    expect(sum([1, 2, 3, 4], 1, 3)).toBe(5);
  });
  it('sums whole numbers exactly, as dot does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 1000 }), (values) => {
        const expected = values.reduce((total, value) => total + value, 0);
        expect(sum(values) + 0).toBe(expected + 0);
        expect(
          dot(
            values,
            values.map(() => 3),
          ) + 0,
        ).toBe(3 * expected + 0);
      }),
    );
  });
});

describe('runningMoments', () => {
  it('has the mean and variance of what it saw, in one go or in two parts', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, cut) => {
        const whole = runningMoments();
        const [first, second] = [runningMoments(), runningMoments()];
        values.forEach((value, i) => {
          whole.add(value);
          (i < cut % values.length ? first : second).add(value);
        });
        first.merge(second);
        const mean = exactMean(values);
        const variance =
          values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
        const size = Math.max(1e-10, ...values.map(Math.abs));
        for (const moments of [whole, first]) {
          expect(moments.count).toBe(values.length);
          expect(Math.abs(moments.mean - mean)).toBeLessThanOrEqual(1e-13 * size);
          expect(Math.abs(moments.variance(1) - variance)).toBeLessThanOrEqual(
            1e-12 * (variance + size * size * 1e-3),
          );
        }
      }),
    );
  });
  it('does not lose a small spread far from zero', () => {
    const moments = runningMoments();
    for (let i = 0; i < 1000; i++) moments.add(1e9 + (i % 2));
    expect(moments.variance()).toBeCloseTo(0.25, 6);
  });
  it('knows nothing of nothing', () => {
    expect([runningMoments().mean, runningMoments().variance()]).toEqual([NaN, NaN]);
  });
});
