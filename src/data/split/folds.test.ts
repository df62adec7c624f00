import { describe, expect, test } from 'vitest';
import { folds } from './folds.ts';

const rowNumbers = (n: number) => Int32Array.from({ length: n }, (_, i) => i);
const allOf = (made: readonly { validation: Int32Array }[]) =>
  made.flatMap(({ validation }) => [...validation]).sort((a, b) => a - b);

test('each row is measured on once in each repeat, and learnt from in the other folds', () => {
  const rows = rowNumbers(23).map((row) => row * 2);
  const made = folds({ kind: 'plain', folds: 5, repeats: 3 }, { rows, seed: 4 });
  expect(made.map(({ validation }) => validation.length).slice(0, 5)).toEqual([5, 5, 5, 4, 4]);
  for (const repeat of [0, 1, 2]) expect(allOf(made.slice(repeat * 5, repeat * 5 + 5))).toEqual([...rows]);
  expect(made[0].validation).not.toEqual(made[5].validation);
  for (const { train, validation } of made) expect(train.length + validation.length).toBe(23);
});

test('groups stay together and folds are balanced', () => {
  const groups = rowNumbers(30).map((row) => row % 7);
  const made = folds({ kind: 'group', folds: 3 }, { rows: rowNumbers(30), seed: 0, groups });
  const sets = made.map(({ validation }) => new Set(Array.from(validation, (row) => groups[row])));
  expect(sets[0].size + sets[1].size + sets[2].size).toBe(7);
  expect(made.map(({ validation }) => validation.length)).toEqual([9, 9, 12]);
});

test('folds by time learn from the past alone', () => {
  const times = Float64Array.from([5, 1, 4, 2, 3, 0]);
  const made = folds({ kind: 'time', folds: 2 }, { rows: rowNumbers(6), seed: 0, times });
  expect(made.map(({ train, validation }) => [[...train], [...validation]])).toEqual([
    [
      [5, 1],
      [3, 4],
    ],
    [
      [5, 1, 3, 4],
      [2, 0],
    ],
  ]);
});

describe('stratified folds', () => {
  const labels = Int32Array.from([0, 0, 0, 0, 0, 0, 1, 1]);
  const input = { rows: rowNumbers(8), seed: 0, labels };

  test('refuse a class with fewer rows than folds, unless it may be spread', () => {
    expect(() => folds({ kind: 'stratified', folds: 3 }, input)).toThrow(
      'The smallest class has 2 rows, too few for 3 stratified folds',
    );
    const spread = folds({ kind: 'stratified', folds: 3, smallClasses: 'spread' }, input);
    expect(allOf(spread)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('do not depend on class names', () => {
    const renamed = labels.map((label) => 5 - label);
    const settings = { kind: 'stratified', folds: 2 } as const;
    expect(folds(settings, { ...input, labels: renamed })).toEqual(folds(settings, input));
  });
});

test('more folds than rows are refused', () => {
  expect(() => folds({ kind: 'plain', folds: 9 }, { rows: rowNumbers(8), seed: 0 })).toThrow(
    "8 rows can't be cut into 9 folds",
  );
});
