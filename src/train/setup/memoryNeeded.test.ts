import { expect, test } from 'vitest';
import { checkMemory, grouped, memoryNeeded } from './memoryNeeded.ts';

test('a matrix and half of it again', () => {
  const grown = memoryNeeded(10_000_000, 30) - memoryNeeded(0, 30);
  expect(grown).toBe(1.5 * 10_000_000 * 30 * 4);
});

test('what does not fit is said with both figures', () => {
  const needed = memoryNeeded(10_000_000, 30);
  expect(() => checkMemory('big.csv holds much', needed, 1e9)).toThrow(
    'big.csv holds much, and training on it takes about 2.0 GB of memory where 1.0 GB are to be had; take fewer rows or columns, or a machine with more.',
  );
  expect(() => checkMemory('big.csv holds much', needed, 4e9)).not.toThrow();
  expect(() => checkMemory('big.csv holds much', needed, undefined)).not.toThrow();
});

test('counts are written with commas', () => {
  expect([7, 999, 1000, 10_000_000].map(grouped)).toEqual(['7', '999', '1,000', '10,000,000']);
});
