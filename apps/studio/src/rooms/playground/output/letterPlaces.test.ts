import { expect, test } from 'vitest';
import { letterPlaces, placedClasses, placedField, placedPoints } from './letterPlaces.ts';

test('letters without a gap, and names that are no letters, stay as they are', () => {
  expect([letterPlaces(['A', 'B']), letterPlaces(['inner', 'outer']), letterPlaces([])]).toEqual([
    null,
    null,
    null,
  ]);
});

test('a letter keeps its number where one before it has no points', () => {
  const places = letterPlaces(['A', 'C'])!;
  expect(placedClasses(places)).toEqual(['A', 'B', 'C']);
  const points = { x: new Float32Array(2), y: new Float32Array(2), part: new Uint8Array(2) };
  expect([...placedPoints({ ...points, target: Float32Array.of(1, 0) }, places).target]).toEqual([2, 0]);
  const two = { values: Float32Array.of(9, 0.25, 0.75), offset: 1, grid: 1, units: 2 };
  expect([...placedField(two, places).values]).toEqual([0.25, 0, 0.75]);
  const one = { values: Float32Array.of(0.75), offset: 0, grid: 1, units: 1 };
  expect(placedField(one, places)).toMatchObject({ units: 3, values: Float32Array.of(0.25, 0, 0.75) });
});
