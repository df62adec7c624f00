import { expect, test } from 'vitest';
import { gridFor } from './gridFor.ts';

test('pictures get coarser with the number of neurons, within bounds', () => {
  expect(gridFor(9)).toBe(64);
  expect(gridFor(36)).toBe(40);
  expect(gridFor(140)).toBe(20);
  expect(gridFor(0)).toBe(64);
});
