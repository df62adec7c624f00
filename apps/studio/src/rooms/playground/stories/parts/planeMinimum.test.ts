import { expect, test } from 'vitest';
import type { LossPlane } from '../../../../worker/queries/lossPlane.ts';
import { borderOf, lossAt, lowestWithin } from './planeMinimum.ts';

/** (x - 2)² + 4 (y - 0.2)² on -3 to 3. */
const size = 61;
const axis = { parameter: 0, low: -3, high: 3 };
const at = (step: number) => -3 + step * 0.1;
const plane: LossPlane = {
  x: axis,
  y: axis,
  size,
  values: Float32Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [at(index % size), at(Math.floor(index / size))];
    return (x - 2) ** 2 + 4 * (y - 0.2) ** 2;
  }),
};

test('between grid points the loss is interpolated', () => {
  expect(lossAt(plane, 2, 0.2)).toBeCloseTo(0, 5);
  expect(lossAt(plane, 0.05, 0.2)).toBeCloseTo(1.95 ** 2 + 0.0025, 2);
  expect(lossAt(plane, 99, 0.2)).toBeCloseTo(1, 5);
});

test('the diamond is met at its corner, the circle beside it', () => {
  const diamond = lowestWithin(plane, 'diamond', 1);
  expect([diamond.x, diamond.y]).toEqual([expect.closeTo(1, 2), expect.closeTo(0, 2)]);
  const circle = lowestWithin(plane, 'circle', 1);
  expect(circle.y).toBeGreaterThan(0.1);
  expect(Math.hypot(circle.x, circle.y)).toBeCloseTo(1, 6);
});

test('a budget that holds the valley changes nothing', () => {
  const { x, y, loss } = lowestWithin(plane, 'circle', 2.5);
  expect([x, y, loss]).toEqual([expect.closeTo(2, 5), expect.closeTo(0.2, 5), expect.closeTo(0, 5)]);
});

test('borders have the size of the budget', () => {
  for (const { x, y } of borderOf('diamond', 2)) expect(Math.abs(x) + Math.abs(y)).toBeCloseTo(2, 9);
});
