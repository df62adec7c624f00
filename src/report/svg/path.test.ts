import { expect, it } from 'vitest';
import { areaPath, dotsPath, linePath, stepPath } from './path.ts';

it('draws lines in tenths, and breaks them where a number is missing', () => {
  expect(
    linePath([
      [0, 1.04],
      [2.06, 3],
      [NaN, 1],
      [4, 5],
    ]),
  ).toBe('M0 1L2.1 3M4 5');
});

it('draws steps upright first', () => {
  expect(
    stepPath([
      [0, 0],
      [10, 5],
      [20, 5],
    ]),
  ).toBe('M0 0V5H10V5H20');
});

it('draws dots as strokes without length, and areas down to a level', () => {
  expect(
    dotsPath([
      [1, 2],
      [3, 4],
    ]),
  ).toBe('M1 2h0M3 4h0');
  expect(
    areaPath(
      [
        [0, 1],
        [2, 3],
      ],
      9,
    ),
  ).toBe('M0 1L2 3L2 9L0 9Z');
  expect(areaPath([], 9)).toBe('');
});
