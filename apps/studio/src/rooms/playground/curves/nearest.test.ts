import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('the nearest kept epoch is looked at', () => {
  expect(nearest([0, 10, 20], 13)).toBe(10);
  expect(nearest([0, 10, 20], 99)).toBe(20);
  expect(nearest([], 5)).toBe(5);
});
