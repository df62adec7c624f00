import { expect, test } from 'vitest';
import type { LayerShape, Points } from '../../run/contract.ts';
import { planeOf } from './drawFrame.ts';
import { classAt, fieldAt, outputField } from './Field.ts';
import { hitPoint } from './hitPoint.ts';
import { FINENESS, numberRange, paintBands, paintClasses, paintDecisions, paintNumbers } from './paint.ts';
import { rawAt, xOf, yOf } from './Plane.ts';
import { drawZeroLine, preActivation } from './zeroLine.ts';

const bounds = { x: [-1, 1], y: [-2, 2] } as const;
const plane = planeOf(100, 100, bounds, false);
const all = { train: true, validation: true, test: true };
const red = (pixel: number) => pixel & 255;
const blue = (pixel: number) => (pixel >> 16) & 255;

test('pixels and raw units go into each other, y upwards', () => {
  expect([xOf(plane, -1), yOf(plane, 2)]).toEqual([0, 0]);
  expect(rawAt(plane, xOf(plane, 0.3), yOf(plane, -1.2))).toEqual({
    x: expect.closeTo(0.3),
    y: expect.closeTo(-1.2),
  });
});

test('the outputs are the last surfaces, read between their grid points', () => {
  const field = outputField(Float32Array.of(9, 9, 9, 9, 0, 1, 0, 1), 2, 1);
  expect(field.offset).toBe(4);
  expect(fieldAt(field, 0, bounds, 0, 0)).toBeCloseTo(0.5);
  expect(fieldAt(field, 0, bounds, -1, 0)).toBe(0);
  expect(fieldAt(field, 0, bounds, 5, 0)).toBe(1);
});

test('the class of a place is the likeliest; of one output the second from one half', () => {
  const three = outputField(Float32Array.of(0.2, 0.5, 0.3), 1, 3);
  expect(classAt(three, bounds, 0, 0)).toBe(1);
  expect(classAt(outputField(Float32Array.of(0.5), 1, 1), bounds, 0, 0)).toBe(1);
  expect(classAt(outputField(Float32Array.of(0.49), 1, 1), bounds, 0, 0)).toBe(0);
});

test('the nearest shown point is hit, and none where all are far or hidden', () => {
  const points: Points = {
    x: Float32Array.of(0, 0.02, 0.5),
    y: Float32Array.of(0, 0, 1),
    target: Float32Array.of(0, 1, 0),
    part: Uint8Array.of(0, 2, 1),
  };
  expect(hitPoint(plane, points, all, 50, 50)).toBe(0);
  expect(hitPoint(plane, points, { ...all, train: false }, 50, 50)).toBe(1);
  expect(hitPoint(plane, points, all, 76, 26)).toBe(2);
  expect(hitPoint(plane, points, all, 20, 90)).toBe(-1);
});

test('two classes shade from the first colour to the second, more by the leading one', () => {
  const pixels = new Uint32Array(3);
  const two = { values: Float32Array.of(1, 0.5, 0, 0, 0.5, 1), offset: 0, grid: Math.sqrt(3), units: 2 };
  paintClasses(pixels, two, 'light');
  expect(blue(pixels[0])).toBeGreaterThan(red(pixels[0]));
  expect(Math.abs(blue(pixels[1]) - red(pixels[1]))).toBeLessThan(12);
  expect(red(pixels[2])).toBeGreaterThan(blue(pixels[2]));
  const one = new Uint32Array(1);
  paintClasses(one, outputField(Float32Array.of(0, 0, 1), 1, 3), 'light');
  expect((one[0] >> 8) & 255).toBeGreaterThan(red(one[0]));
  paintClasses(one, outputField(Float32Array.of(1 / 3, 1 / 3, 1 / 3), 1, 3), 'light');
  expect([red(one[0]), blue(one[0])]).toEqual([0xf3, 0xf6]);
});

test('a discrete picture knows classes alone, and bands a few steps', () => {
  const side = 8 * FINENESS;
  const pixels = new Uint32Array(side * side);
  const values = Float32Array.from({ length: 64 }, (_, cell) => (cell % 8) / 7);
  paintDecisions(pixels, { values, offset: 0, grid: 8, units: 1 }, 'dark');
  expect(new Set(pixels).size).toBe(2);
  paintBands(pixels, { values, offset: 0, grid: 8, units: 1 }, 'dark', { centre: 0.5, reach: 0.5 });
  expect(new Set(pixels).size).toBe(8);
});

test('what is no number has the middle colour', () => {
  const pixels = new Uint32Array(1);
  paintNumbers(pixels, { values: Float32Array.of(Number.NaN), offset: 0, grid: 1, units: 1 }, 'light');
  expect(Math.abs(red(pixels[0]) - blue(pixels[0]))).toBeLessThan(6);
});

test('numbers on both sides of 0 are coloured around it, others around their middle', () => {
  expect(numberRange([-1, 3])).toEqual({ centre: 0, reach: 3 });
  expect(numberRange([10, 20])).toEqual({ centre: 15, reach: 5 });
  expect(numberRange([])).toEqual({ centre: 0, reach: 1 });
  expect(numberRange([4, 4])).toEqual({ centre: 4, reach: 1 });
});

test("a neuron's line lies where its weighted sum is 0, its ticks on the side where it is positive", () => {
  const grid = 16;
  const surface = Float32Array.from(
    { length: grid * grid },
    (_, cell) => ((cell % grid) + 0.5) / (grid / 2) - 1,
  );
  const layer = { units: 1, weights: { offset: 0 }, biases: { offset: 1 } } as LayerShape;
  const sums = new Float32Array(grid * grid);
  preActivation(sums, surface, Float32Array.of(2, -1), layer, 1, 0);
  const places: [number, number][] = [];
  const drawing = {
    beginPath: () => {},
    stroke: () => {},
    moveTo: (x: number, y: number) => places.push([x, y]),
    lineTo: (x: number, y: number) => places.push([x, y]),
  };
  drawZeroLine(drawing as never, plane, sums, grid);
  // 2x - 1 = 0 at x = 0.5, three quarters of the way.
  const line = places.filter(([x]) => Math.abs(x - 75) < 0.01);
  expect(line.length).toBeGreaterThan(2 * (grid - 2));
  const ticks = places.filter(([x]) => Math.abs(x - 75) >= 0.01);
  expect(ticks.length).toBeGreaterThan(2);
  expect(ticks.every(([x]) => x > 75)).toBe(true);
});
