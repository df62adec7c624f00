import { expect, test } from 'vitest';
import { histogram } from './histogram.ts';

test('counts every finite value once, the greatest in the last bin', () => {
  expect(histogram([0, 1, 2, 3, 4, NaN, Infinity], 4)).toEqual({
    low: 0,
    high: 4,
    counts: [1, 1, 1, 2],
    mean: 2,
    deviation: Math.SQRT2,
  });
});

test('of one value, and of none', () => {
  expect(histogram([3, 3], 2)).toEqual({ low: 3, high: 3, counts: [2, 0], mean: 3, deviation: 0 });
  expect(histogram([], 2)).toEqual({ low: 0, high: 0, counts: [0, 0], mean: 0, deviation: 0 });
});
