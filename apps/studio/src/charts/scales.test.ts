import { expect, test } from 'vitest';
import { linearScale, logarithmicScale, ticksOf } from './scales.ts';

test('a linear scale maps ends to ends and back', () => {
  const scale = linearScale([-6, 6], [100, 0]);
  expect([-6, 0, 6].map((value) => scale.at(value))).toEqual([100, 50, 0]);
  expect(scale.invert(25)).toBe(3);
});

test('a stretch of no length is widened', () => {
  expect(linearScale([2, 2], [0, 10]).at(2)).toBe(5);
});

test('a logarithmic scale spaces decades evenly and draws what is not positive at its foot', () => {
  const scale = logarithmicScale([0.01, 1], [200, 0]);
  expect(scale.at(0.1)).toBeCloseTo(100);
  expect(scale.at(0)).toBeCloseTo(200);
  expect(scale.invert(50)).toBeCloseTo(10 ** -0.5);
});

test.each([
  [[-6, 6] as const, 6, [-6, -4, -2, 0, 2, 4, 6]],
  [[0, 0.37] as const, 4, [0, 0.1, 0.2, 0.3]],
  [[0, 1000] as const, 4, [0, 500, 1000]],
])('ticks of %j are round', (domain, about, ticks) => {
  expect(ticksOf(linearScale(domain, [0, 1]), about)).toEqual(ticks);
});

test('logarithmic ticks are powers of ten, or round numbers where there are not two', () => {
  expect(ticksOf(logarithmicScale([0.0012, 2], [0, 1]))).toEqual(
    [0.01, 0.1, 1].map((tick) => expect.closeTo(tick)),
  );
  expect(ticksOf(logarithmicScale([0.2, 0.6], [0, 1])).length).toBeGreaterThan(1);
});
