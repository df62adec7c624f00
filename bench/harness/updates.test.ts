import { describe, expect, it } from 'vitest';
import { changes, difference } from './updates.ts';

describe('difference', () => {
  it('is nothing for the same updates', () => {
    expect(difference([1, -2, 3], [1, -2, 3])).toBe(0);
  });

  it('is a share of the expected length', () => {
    expect(difference([3, 4.5], [3, 4])).toBeCloseTo(0.1, 12);
  });

  it('is 1 for a contestant that did nothing, 2 for one that went the other way', () => {
    expect(difference([0, 0], [3, 4])).toBe(1);
    expect(difference([-3, -4], [3, 4])).toBe(2);
  });

  it('is endless for NaN, other lengths, and any step where none was to be taken', () => {
    expect(difference([NaN, 4], [3, 4])).toBe(Infinity);
    expect(difference([3, 4, 0], [3, 4])).toBe(Infinity);
    expect(difference([0.1], [0])).toBe(Infinity);
    expect(difference([0], [0])).toBe(0);
  });
});

describe('changes', () => {
  it('sees a learning rate that is 1 % off, which the weights themselves hide', () => {
    const before = Float32Array.of(1, 2);
    const expected = changes(before, Float32Array.of(1 - 1e-3, 2 - 2e-3));
    const actual = changes(before, Float32Array.of(1 - 1.01e-3, 2 - 2.02e-3));
    expect(difference(actual, expected)).toBeGreaterThan(9e-3);
    expect(difference(actual, expected)).toBeLessThan(1.1e-2);
  });
});
