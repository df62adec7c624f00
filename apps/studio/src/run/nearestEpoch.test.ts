import { expect, test } from 'vitest';
import { nearestEpoch } from './nearestEpoch.ts';

test('the nearest kept epoch is looked at', () => {
  expect(nearestEpoch([0, 10, 20], 13)).toBe(10);
  expect(nearestEpoch([0, 10, 20], 99)).toBe(20);
  expect(nearestEpoch([], 5)).toBe(5);
});
