import { describe, expect, test } from 'vitest';
import { scaledKeys, scaleOf, type Scale } from './scales.ts';
import { neighbour, placeOf, sliderValues } from './sliderPlaces.ts';

const scales = scaledKeys.map((key) => [key, scaleOf(key)!] as const);

describe.each(scales)('the slider of %s', (_, scale: Scale) => {
  const values = sliderValues(scale);

  test('reaches both ends, and only rises', () => {
    expect(values[0]).toBe(scale.fromZero ? 0 : scale.low);
    expect(values.at(-1)).toBe(scale.high);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  });

  test('has a number of places that a hand can tell apart', () => {
    expect(values.length).toBeGreaterThan(3);
    expect(values.length).toBeLessThanOrEqual(1001);
  });

  test('comes back to each of its places', () => {
    for (const [place, value] of values.entries()) expect(placeOf(values, value, scale)).toBe(place);
  });

  test('has its usual range within its ends', () => {
    const [from, to] = scale.usual ?? [scale.low, scale.high];
    expect(from).toBeLessThanOrEqual(to);
    expect(from).toBeGreaterThanOrEqual(values[0]);
    expect(to).toBeLessThanOrEqual(scale.high);
  });
});

test('numbers are those a person would write', () => {
  expect(sliderValues(scaleOf('optimizers(adam).learningRate')!)).toContain(0.03);
  expect(sliderValues(scaleOf('data.noise')!)[7]).toBe(0.35);
});

test('whole numbers come once each', () => {
  expect(sliderValues(scaleOf('recipe.batches.size')!, true).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a value between two places is at the nearer one, by ratio where the scale is logarithmic', () => {
  expect(placeOf([1, 10, 100], 30, { low: 1, high: 100, logarithmic: true })).toBe(1);
  expect(placeOf([0, 50, 100], 80, { low: 0, high: 100, step: 50 })).toBe(2);
  expect(placeOf([1, 10, 100], 5000, { low: 1, high: 100, logarithmic: true })).toBe(2);
});

test('keys move to the next value of the scale, from any value', () => {
  const size = scaleOf('recipe.batches.size')!;
  expect(neighbour(size, 10, 1, true)).toBe(12);
  expect(neighbour(size, 11, -1, true)).toBe(10);
  expect(neighbour(size, 1, -1, true)).toBe(1);
});
