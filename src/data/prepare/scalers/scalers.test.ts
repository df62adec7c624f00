import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitScaler, restoreScaler, scalers, type ScalerChoice, type ScalerName } from './index.ts';

const names = Object.keys(scalers) as ScalerName[];
const column = (values: readonly number[]) => Float64Array.from(values);
const ordinary = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 40 });

describe.each(names)('%s', (name) => {
  test('what is read again does the very same', () => {
    fc.assert(
      fc.property(ordinary, fc.double({ noNaN: true, min: -1e7, max: 1e7 }), (values, x) => {
        const fitted = fitScaler(name, column(values));
        const again = restoreScaler(JSON.parse(JSON.stringify(fitted)));
        expect(again.apply(x)).toBe(fitted.apply(x));
        expect(again.invert(x)).toBe(fitted.invert(x));
      }),
    );
  });

  test('a larger value never gets a smaller result, and results are numbers', () => {
    fc.assert(
      fc.property(ordinary, (values) => {
        const { apply } = fitScaler(name, column(values));
        const scaled = values.toSorted((a, b) => a - b).map((value) => apply(value));
        expect(scaled.every(Number.isFinite)).toBe(true);
        expect(scaled.every((value, i) => i === 0 || scaled[i - 1] <= value + 1e-9 * Math.abs(value))).toBe(
          true,
        );
      }),
    );
  });

  test('missing values are passed over in fitting, and stay missing', () => {
    const fitted = fitScaler(
      { name, ...(name === 'quantile' && { quantiles: 3 }) },
      column([NaN, 1, 2, NaN, 6]),
    );
    const without = fitScaler({ name, ...(name === 'quantile' && { quantiles: 3 }) }, column([1, 2, 6]));
    expect(fitted.toJSON()).toEqual(without.toJSON());
    expect([fitted.apply(NaN), fitted.invert(NaN)]).toEqual([NaN, NaN]);
  });

  test('a constant column, an empty one and one of any size give numbers', () => {
    for (const values of [[3, 3, 3], [NaN, NaN], [], [0.1, 0.1, 0.1], [-1.7e308, 1.7e308], [5e-324, 0]]) {
      const fitted = fitScaler(name, column(values));
      expect(() => restoreScaler(JSON.parse(JSON.stringify(fitted)))).not.toThrow();
      for (const x of [0, 1, ...values.filter((value) => !Number.isNaN(value))])
        expect(fitted.apply(x)).not.toBeNaN();
    }
  });
});

test.each<ScalerChoice>([
  'standardise',
  'minMax',
  'robust',
  'maxAbs',
  'power',
  { name: 'power', standardise: false },
])('%j finds its way back', (choice) => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -100, max: 100 }), { minLength: 3, maxLength: 30 }),
      (values) => {
        fc.pre(new Set(values.map((value) => value.toFixed(2))).size > 2);
        const { apply, invert, toJSON } = fitScaler(choice, column(values));
        const scaling = toJSON();
        // Far powers squeeze one side to nothing, and no way leads back from there.
        fc.pre(scaling.form !== 'power' || Math.abs(scaling.lambda - 1) < 3);
        for (const value of values)
          expect(Math.abs(invert(apply(value)) - value)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
      },
    ),
  );
});

test('a constant column is moved to 0 and not stretched, inexact mean or not', () => {
  expect(fitScaler('standardise', column(Array<number>(12).fill(0.1))).apply(0.1)).toBeCloseTo(0, 15);
  expect(fitScaler('standardise', column([5, 5])).apply(7)).toBe(2);
  expect(fitScaler('minMax', column([5, 5])).apply(7)).toBe(2);
  expect(fitScaler('robust', column([5, 5])).apply(7)).toBe(2);
  expect(fitScaler('maxAbs', column([0, 0])).apply(7)).toBe(7);
});

test('the largest and smallest numbers are scaled as others are', () => {
  for (const size of [1e-200, 1e200, 1e305]) {
    const { apply } = fitScaler('standardise', column([1 * size, 2 * size, 3 * size]));
    expect(apply(3 * size)).toBeCloseTo(Math.sqrt(1.5), 12);
  }
});

test('Box-Cox refuses what is not positive', () => {
  expect(() => fitScaler({ name: 'power', method: 'boxCox' }, column([1, 0]))).toThrow(
    'Box-Cox takes positive numbers alone',
  );
});

test('an altered scaling is refused', () => {
  for (const json of [
    { form: 'linear', center: 0, scale: 0 },
    { form: 'quantile', quantiles: [2, 1], output: 'uniform' },
    { form: 'cubic' },
    3,
  ])
    expect(() => restoreScaler(json)).toThrow('A scaling is not as it was written');
});
