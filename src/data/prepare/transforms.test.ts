import { describe, expect, test } from 'vitest';
import { discretiseOptions, fitBins, restoreBins } from './bins/discretise.ts';
import { fitNumberImputer, restoreNumberImputer } from './imputers/imputeNumbers.ts';
import { fitWordImputer } from './imputers/imputeWords.ts';
import { interpolate } from './numbers/interpolate.ts';
import { minimizeConvex } from './numbers/minimizeConvex.ts';
import { normaliseRow } from './rows/normaliseRow.ts';
import { polynomialRow, polynomialTerms } from './rows/polynomialTerms.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('bins', () => {
  const binsOf = (strategy: 'uniform' | 'quantile' | 'kMeans', ...values: number[]) =>
    fitBins(discretiseOptions.parse({ bins: 3, strategy }), column(...values));

  test('of one width, of equally many, and around centres', () => {
    expect([...binsOf('uniform', 0, 1, 2, 9).edges]).toEqual([0, 3, 6, 9]);
    expect([...binsOf('quantile', 0, 1, 2, 9).edges]).toEqual([0, 1, 2, 9]);
    expect([...binsOf('kMeans', 0, 1, 10, 11, 30, 31).edges]).toEqual([0, 5.5, 20.5, 31]);
  });

  test('a value on an edge goes up, one beyond the ends to the end, and bins come back as their middles', () => {
    const bins = restoreBins(binsOf('uniform', 0, 9).toJSON());
    expect([-5, 0, 3, 8.9, 99].map((value) => bins.apply(value))).toEqual([0, 0, 1, 2, 2]);
    expect([0, 1, 2].map((bin) => bins.invert(bin))).toEqual([1.5, 4.5, 7.5]);
    expect(bins.apply(NaN)).toBeNaN();
  });

  test('a constant column has one bin, tied quantiles fewer', () => {
    const bins = binsOf('quantile', 4, 4, 4);
    expect([bins.apply(4), bins.invert(0)]).toEqual([0, 4]);
    expect([...binsOf('quantile', 1, 1, 1, 1, 5).edges]).toEqual([1, 5]);
  });
});

test('missing numbers and words get what stands for them', () => {
  const fillOf = (strategy: 'mean' | 'median' | 'mostFrequent' | 'constant') =>
    fitNumberImputer({ strategy, constant: -1 }, column(2, NaN, 9, 1, 2, 6)).fill;
  expect([fillOf('mean'), fillOf('median'), fillOf('mostFrequent'), fillOf('constant')]).toEqual([
    4, 2, 2, -1,
  ]);
  expect(fitNumberImputer({ strategy: 'mostFrequent' }, column(3, 1, 3, 1)).fill).toBe(1);
  expect(fitNumberImputer({ strategy: 'mean' }, column(NaN)).fill).toBeNull();
  expect(fitNumberImputer({ strategy: 'mean' }, column(1.6e308, 1.6e308)).fill).toBe(1.6e308);
  expect([5, NaN].map(restoreNumberImputer({ fill: 7 }).apply)).toEqual([5, 7]);
  const words = ['b', 'a', null, 'b', 'a'];
  expect(fitWordImputer({ strategy: 'mostFrequent' }, words).apply(null)).toBe('a');
  expect(words.map(fitWordImputer({ strategy: 'constant', constant: '?' }, words).apply)).toEqual([
    'b',
    'a',
    '?',
    'b',
    'a',
  ]);
});

test('rows are brought to length 1 in their norm; zeros stay', () => {
  const row = column(3, -4);
  expect([...normaliseRow('l2', row)]).toEqual([0.6, -0.8]);
  expect([...normaliseRow('l1', row)]).toEqual([3 / 7, -4 / 7]);
  expect([...normaliseRow('max', row)]).toEqual([0.75, -1]);
  expect([...normaliseRow('l2', column(0, 0))]).toEqual([0, 0]);
});

test('polynomial terms come by degree, then by column', () => {
  const terms = polynomialTerms({ degree: [0, 2], interactionOnly: false, bias: true }, 2);
  expect(terms).toEqual([[], [0], [1], [0, 0], [0, 1], [1, 1]]);
  expect([...polynomialRow(terms, column(2, 3))]).toEqual([1, 2, 3, 4, 6, 9]);
  expect(polynomialTerms({ degree: [2, 3], interactionOnly: true, bias: false }, 3)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 1, 2],
  ]);
});

test('the lowest point of a convex function is found, far away or beside what is not defined', () => {
  expect(minimizeConvex((x) => (x - 0.3) * (x - 0.3), 0, 1)).toBeCloseTo(0.3, 7);
  expect(minimizeConvex((x) => Math.abs(x + 2000), 0, 1)).toBeCloseTo(-2000, 4);
  expect(minimizeConvex((x) => (x > 5 ? Infinity : (x - 4.9) * (x - 4.9)), 0, 1)).toBeCloseTo(4.9, 6);
});

test('interpolation takes the last of equal places, and the ends beyond them', () => {
  const at = (x: number) => interpolate(x, [0, 1, 1, 2], [0, 10, 20, 30]);
  expect([-1, 0.5, 1, 1.5, 3].map(at)).toEqual([0, 5, 20, 25, 30]);
});
