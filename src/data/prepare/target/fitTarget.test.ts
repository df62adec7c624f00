import { describe, expect, test } from 'vitest';
import type { Column } from '../../table/table.ts';
import { balancedClassWeights } from './balancedClassWeights.ts';
import { fitTarget, restoreTarget, type FittedTarget } from './fitTarget.ts';
import type { ClassTarget } from './classTarget.ts';
import type { NumberTarget } from './numberTarget.ts';
import { rowsWithTarget } from './rowsWithTarget.ts';

const numbers = (...values: number[]): Column => ({
  name: 'y',
  type: 'number',
  values: Float64Array.from(values),
});
const words = (...given: (string | null)[]): Column => {
  const dictionary = [...new Set(given.filter((word) => word !== null))];
  return {
    name: 'y',
    type: 'text',
    codes: Int32Array.from(given, (word) => (word === null ? -1 : dictionary.indexOf(word))),
    dictionary,
  };
};
const first = (n: number) => Int32Array.from({ length: n }, (_, i) => i);
const fitClasses = (column: Column, n: number) =>
  fitTarget({}, column, 'classification', first(n)) as ClassTarget;
const again = <Target extends FittedTarget>(target: Target) =>
  restoreTarget(JSON.parse(JSON.stringify(target))) as Target;

describe('classes', () => {
  test('are in order, numbers by number, words by alphabet', () => {
    expect(fitClasses(numbers(10, 9, 100, 9), 4).classes).toEqual(['9', '10', '100']);
    expect(fitClasses(words('x10', 'x9', 'Y'), 3).classes).toEqual(['Y', 'x10', 'x9']);
    expect(fitClasses(words('10', '9'), 2).classes).toEqual(['9', '10']);
  });

  test('are those of the training rows; others and missing ones have code -1', () => {
    const column = words('b', 'a', 'b', 'c', null);
    const target = fitClasses(column, 3);
    expect(target.classes).toEqual(['a', 'b']);
    expect([...target.encode(column, first(5))]).toEqual([1, 0, 1, -1, -1]);
    expect([...again(target).encode(column, first(5))]).toEqual([1, 0, 1, -1, -1]);
  });

  test('are found whether a table holds them as numbers or as words', () => {
    const target = fitClasses(numbers(1, 0, 1), 3);
    expect([...again(target).encode(words('0', '1.0', 'one'), first(3))]).toEqual([0, 1, -1]);
  });

  test('none, or one, is refused', () => {
    expect(() => fitClasses(words('a', 'a', 'b'), 2)).toThrow(
      "The target 'y' is 'a' in all training rows; a classification needs at least two classes.",
    );
    expect(() => fitClasses(words(null, null), 2)).toThrow('is missing in all training rows');
  });
});

describe('numbers', () => {
  const fitNumber = (column: Column, settings = {}) =>
    fitTarget(settings, column, 'regression', first(3)) as NumberTarget;

  const scaledBy = ({ read, encode }: NumberTarget, column: Column, rows: Int32Array) =>
    encode(read(column, rows), new Float64Array(rows.length));

  test('are scaled on the training rows, and come back in their own unit', () => {
    const column = numbers(1, 2, 3, 1000, NaN);
    const target = again(fitNumber(column));
    const scaled = scaledBy(target, column, first(5));
    expect(scaled[1]).toBe(0);
    expect(scaled[2]).toBeCloseTo(Math.sqrt(1.5), 12);
    expect(scaled[4]).toBeNaN();
    expect([...target.decode(scaled.subarray(0, 4))].map((value) => Number(value.toFixed(9)))).toEqual([
      1, 2, 3, 1000,
    ]);
  });

  test('fill the range of the output, whatever scaling was asked for', () => {
    const column = numbers(10, 20, 30);
    expect([...scaledBy(fitNumber(column, { range: [0, 1] }), column, first(3))]).toEqual([0, 0.5, 1]);
    expect([...scaledBy(fitNumber(column, { range: [-1, 1], target: 'none' }), column, first(3))]).toEqual([
      -1, 0, 1,
    ]);
    expect([...scaledBy(fitNumber(column, { target: 'none' }), column, first(3))]).toEqual([10, 20, 30]);
  });

  test('that say nothing, are words, or are too large to hold are refused', () => {
    expect(() => fitNumber(numbers(4, 4, 4, 5))).toThrow("The target 'y' is 4 in all training rows");
    expect(() => fitNumber(numbers(NaN, NaN, NaN))).toThrow("The target 'y' is missing in all training rows");
    expect(() => fitNumber(words('big', 'small', 'big'))).toThrow("holds words such as 'big'");
    expect(() => fitNumber(numbers(1, 2, 1e300), { target: 'none' })).toThrow(
      'set preparation.target=standardise',
    );
    expect(scaledBy(fitNumber(numbers(1, 2, 1e300)), numbers(1e300), first(1))[0]).toBeCloseTo(Math.SQRT2, 9);
  });
});

test('an altered target is refused', () => {
  for (const json of [
    { kind: 'classes', name: 'y', numeric: false, classes: ['a', 'a'] },
    { kind: 'number', name: 'y' },
    'y',
  ])
    expect(() => restoreTarget(json)).toThrow("The model's target is not as it was written");
});

test('rows without a target are left out and counted', () => {
  const found = rowsWithTarget([words('a', null, 'b', 'a'), numbers(1, 2, NaN, 4)], 4);
  expect([...found.rows]).toEqual([0, 3]);
  expect(found.warnings[0].text).toBe('2 rows have no target and are left out.');
  expect(rowsWithTarget([numbers(1)], 1).warnings).toEqual([]);
});

test('balanced weights make all classes count alike', () => {
  const codes = Int32Array.from([0, 0, 0, 1, -1, 0]);
  expect(balancedClassWeights(codes, 3)).toEqual([5 / 12, 5 / 3, 1]);
});
