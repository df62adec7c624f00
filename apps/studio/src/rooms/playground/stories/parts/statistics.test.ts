import { expect, test } from 'vitest';
import { pairedDifference, studentQuantile } from './statistics.ts';

test("a mean with its 95 % interval, as R's t.test gives it", () => {
  const { mean, interval, agreeing, shown } = pairedDifference([0.1, 0.2, 0.15, 0.05, 0.25]);
  expect(mean).toBeCloseTo(0.15, 12);
  expect(interval![0]).toBeCloseTo(0.05183, 4);
  expect(interval![1]).toBeCloseTo(0.24817, 4);
  expect([agreeing, shown]).toEqual([5, true]);
});

test('chance is not taken for a difference, nor a single pair', () => {
  expect(pairedDifference([0.1, -0.2, 0.15, -0.05, 0.02]).shown).toBe(false);
  expect(pairedDifference([0.5])).toMatchObject({ count: 1, mean: 0.5, interval: null, shown: false });
  expect(pairedDifference([0, 0, 0])).toMatchObject({ mean: 0, shown: false, agreeing: 3 });
});

test('quantiles fall towards the normal one', () => {
  expect([1, 4, 30, 60, 1000].map((freedom) => Number(studentQuantile(freedom).toFixed(2)))).toEqual([
    12.71, 2.78, 2.04, 2, 1.96,
  ]);
});
