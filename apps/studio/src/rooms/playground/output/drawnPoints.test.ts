import { expect, test } from 'vitest';
import { startScenario } from '../../../state/startScenario.ts';
import { touched } from './drawnPoints.ts';

const { data } = startScenario();
const put = { target: 1, erase: false };
const erase = { target: 0, erase: true };

test('a point is put in units of the plane, rounded, whatever the data are stretched by', () => {
  expect(touched(data, { x: 1.23456, y: -2 }, put, 1)).toEqual([[1.23, -2, 1]]);
  const stretched = { ...data, stretch: { x: 10, y: 1 }, shift: { x: 5, y: 0 } };
  expect(touched(stretched, { x: 25, y: 0 }, put, 1)).toEqual([[2, 0, 1]]);
});

test('erasing takes the points within reach, and changes nothing where there are none', () => {
  const drawn = { ...data, points: [[0, 0, 1] as const, [3, 3, 0] as const] };
  expect(touched(drawn, { x: 0.2, y: 0 }, erase, 0.5)).toEqual([[3, 3, 0]]);
  expect(touched(drawn, { x: -3, y: 0 }, erase, 0.5)).toBe(drawn.points);
});
