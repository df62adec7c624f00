import { describe, expect, test } from 'vitest';
import type { NumberColumn, TextColumn } from '../table/table.ts';
import { syntheticTables } from './index.ts';

const numbers = (column: unknown): number[] => [...(column as NumberColumn).values];
const words = (column: unknown): string[] => {
  const { codes, dictionary } = column as TextColumn;
  return Array.from(codes, (code) => dictionary[code]);
};
const named = (name: string) => syntheticTables.find((table) => table.name === name)!;
const pointsOf = (name: string, rows = 400) => {
  const [x, y, target] = named(name).make({ rows }).columns;
  const texts = target.type === 'text' ? words(target) : numbers(target);
  const ys = numbers(y);
  return numbers(x).map((value, i) => ({ x: value, y: ys[i], target: texts[i] }));
};

describe.each(syntheticTables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('has the rows asked for, finite, near the plane, and the target of its task', () => {
    const { rows, columns } = table.make({ rows: 333, noise: 0.1, seed: 5 });
    expect(rows).toBe(333);
    expect(columns.map(({ name }) => name)).toEqual(['x', 'y', 'target']);
    expect([...numbers(columns[0]), ...numbers(columns[1])].every((value) => Math.abs(value) < 8)).toBe(true);
    expect(columns[2].type).toBe(table.task === 'regression' ? 'number' : 'text');
  });

  test('is the same for a seed and begins alike at any length, and differs for another seed', () => {
    const long = table.make({ rows: 50, noise: 0.2, seed: 1 });
    const short = table.make({ rows: 20, noise: 0.2, seed: 1 });
    expect(numbers(short.columns[0])).toEqual(numbers(long.columns[0]).slice(0, 20));
    expect(numbers(table.make({ rows: 20, noise: 0.2, seed: 2 }).columns[0])).not.toEqual(
      numbers(short.columns[0]),
    );
  });

  test('noise moves the points and leaves the targets', () => {
    const [still, moved] = [0, 0.5].map((noise) => table.make({ rows: 2000, noise }).columns);
    expect(moved[2]).toEqual(still[2]);
    const shifts = numbers(moved[0]).map((value, i) => value - numbers(still[0])[i]);
    const deviation = Math.sqrt(shifts.reduce((sum, shift) => sum + shift * shift, 0) / shifts.length);
    expect(deviation).toBeGreaterThan(0.45);
    expect(deviation).toBeLessThan(0.55);
  });
});

test('the classes are where they are said to be', () => {
  for (const { x, y, target } of pointsOf('circle')) expect(Math.hypot(x, y) < 3).toBe(target === 'inside');
  for (const { x, y, target } of pointsOf('xor')) expect(x * y > 0).toBe(target === 'same');
  for (const { x, y, target } of pointsOf('rings'))
    expect(target).toBe(['inner', 'middle', 'outer'][Math.floor((Math.hypot(x, y) - 1.5) / 1.5)]);
  for (const { x, y, target } of pointsOf('plane')) expect(target).toBeCloseTo((x + y) / 10, 12);
  for (const { x, y, target } of pointsOf('spiral')) {
    const radius = Math.hypot(x, y);
    const angle = (radius / 5) * 1.75 * 2 * Math.PI + (target === 'first' ? 0 : Math.PI);
    expect(Math.hypot(x - radius * Math.cos(angle), y - radius * Math.sin(angle))).toBeLessThan(1e-9);
  }
});

test('classes are balanced where they alternate, and about so on the board', () => {
  const share = (name: string, label: string) =>
    pointsOf(name, 900).filter(({ target }) => target === label).length / 900;
  expect(share('moons', 'upper')).toBe(0.5);
  expect(share('rings', 'outer')).toBeCloseTo(1 / 3);
  expect(Math.abs(share('checkerboard', 'dark') - 0.5)).toBeLessThan(0.08);
});

test('the hills reach up to 1 and the hollows down to -1', () => {
  const heights = pointsOf('hills', 5000).map(({ target }) => Number(target));
  expect(Math.max(...heights)).toBeGreaterThan(0.9);
  expect(Math.min(...heights)).toBeLessThan(-0.9);
});

test('refuses rows and noise that make no table', () => {
  expect(() => named('xor').make({ rows: 0 })).toThrow('a whole number of rows from 1, not 0');
  expect(() => named('xor').make({ noise: -1 })).toThrow('Noise is a number from 0, not -1');
});
