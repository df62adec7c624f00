import { expect, test } from 'vitest';
import { isWithin, pathOf, readPath, writePath } from './path.ts';

test('reads fields and items', () => {
  const value = { a: [{ b: 1 }, { b: null }] };
  expect(readPath(value, pathOf('a.1.b'))).toBe(null);
  expect(readPath(value, pathOf('a.2.b'))).toBe(undefined);
  expect(readPath(value, pathOf('a.1.b.c'))).toBe(undefined);
  expect(readPath(value, pathOf('constructor'))).toBe(undefined);
});

test('writes without touching what lies beside', () => {
  const value = { a: { b: 1 }, c: { d: 2 } };
  const written = writePath(value, pathOf('a.b'), 3) as typeof value;
  expect(written).toEqual({ a: { b: 3 }, c: { d: 2 } });
  expect(value.a.b).toBe(1);
  expect(written.c).toBe(value.c);
  expect(writePath(value, pathOf('a.b'), 1)).toBe(value);
});

test('makes what is missing on the way, takes away by undefined', () => {
  expect(writePath({}, pathOf('a.b.c'), 1)).toEqual({ a: { b: { c: 1 } } });
  expect(writePath({}, pathOf('a.0.c'), 1)).toEqual({ a: [{ c: 1 }] });
  expect(writePath({ a: 1, b: 2 }, pathOf('a'), undefined)).toEqual({ b: 2 });
});

test('lists: an item changed, added at the end, taken away; no holes', () => {
  const value = { list: [1, 2] };
  expect(writePath(value, pathOf('list.0'), 5)).toEqual({ list: [5, 2] });
  expect(writePath(value, pathOf('list.2'), 5)).toEqual({ list: [1, 2, 5] });
  expect(writePath(value, pathOf('list.0'), undefined)).toEqual({ list: [2] });
  expect(writePath(value, pathOf('list.9'), 5)).toBe(value);
});

test('a path is within itself and those above it', () => {
  expect(isWithin('data.noise', 'data')).toBe(true);
  expect(isWithin('data.noise', 'data.noise')).toBe(true);
  expect(isWithin('data.noise', 'data.no')).toBe(false);
});
