import { describe, expect, it } from 'vitest';
import { ratios, summarise } from './statistics.ts';

describe('summarise', () => {
  it('takes the middle of an odd number of values, whatever their order', () => {
    expect(summarise([5, 1, 3])).toEqual({ median: 3, lower: 2, upper: 4, least: 1, most: 5 });
  });

  it('interpolates where no value lies at the place', () => {
    expect(summarise([1, 2, 3, 10])).toEqual({ median: 2.5, lower: 1.75, upper: 4.75, least: 1, most: 10 });
  });

  it('is not moved by one slow round', () => {
    expect(summarise([10, 11, 12, 13, 9000]).median).toBe(12);
  });

  it('leaves the measurements as they were', () => {
    const values = [3, 1, 2];
    summarise(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses to summarise nothing', () => {
    expect(() => summarise([])).toThrow('nothing to summarise');
  });
});

describe('ratios', () => {
  it('divides within each round, so that a slow round of the machine cancels', () => {
    expect(ratios([20, 200, 40], [10, 100, 20])).toEqual([2, 2, 2]);
  });

  it('leaves out rounds that one of the two sat out', () => {
    expect(ratios([20, undefined, 40], [10, 10, undefined])).toEqual([2]);
  });
});
