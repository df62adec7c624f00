import { expect, test } from 'vitest';
import { scalarFormula } from './scalarFormula.ts';

test('computes in float64, again and again', () => {
  const halved = scalarFormula('base * 0.5 ^ floor(count / 10)', ['base', 'count']);
  expect([0, 9, 10, 25].map((count) => halved({ base: 0.1, count }))).toEqual([0.1, 0.1, 0.05, 0.025]);
  expect(scalarFormula('1 / 3', [])({})).toBe(1 / 3);
});

test('is assembled once for each text', () => {
  expect(scalarFormula('x + 1', ['x'])).toBe(scalarFormula('x + 1', ['x']));
  expect(scalarFormula('x + 1', ['x', 'y'])).not.toBe(scalarFormula('x + 1', ['x']));
});

test('says what is wrong with a formula', () => {
  expect(() => scalarFormula('counts * 2', ['count'])).toThrow(/did you mean 'count'/);
});
