import { describe, expect, it } from 'vitest';
import * as numeric from './index.ts';

const specials = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  1e-320,
  -1e-320,
  1e300,
  -1e300,
  Infinity,
  -Infinity,
  NaN,
];

describe('at zeros, ones, subnormals, infinities and NaN, the values of Math', () => {
  it.each([numeric.exp, numeric.expm1, numeric.log, numeric.log1p, numeric.tanh, numeric.sin, numeric.cos])(
    '%o',
    (ours) => {
      const name = ours.name as 'exp' | 'expm1' | 'log' | 'log1p' | 'tanh' | 'sin' | 'cos';
      for (const x of specials) {
        const expected = Math[name](x);
        const actual = ours(x);
        if (!Number.isFinite(expected) || expected === 0) expect(actual, `${name}(${x})`).toBe(expected);
        else expect(Math.abs(actual / expected - 1), `${name}(${x})`).toBeLessThan(1e-15);
      }
    },
  );
  it('pow', () => {
    for (const x of specials) {
      for (const y of specials) {
        const expected = Math.pow(x, y);
        const actual = numeric.pow(x, y);
        if (!Number.isFinite(expected) || expected === 0) expect(actual, `${x} ** ${y}`).toBe(expected);
        else expect(Math.abs(actual / expected - 1), `${x} ** ${y}`).toBeLessThan(1e-15);
      }
    }
  });
});

describe('at the ends of the range', () => {
  it('exp neither overflows nor vanishes too early', () => {
    expect(numeric.exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(numeric.exp(709.7827128933841)).toBe(Infinity);
    expect(numeric.exp(-745.1332191019411)).toBe(5e-324);
    expect(numeric.exp(-745.1332191019412)).toBe(0);
  });
  it('sigmoid and softplus saturate without NaN', () => {
    expect([-Infinity, -800, 0, 800, Infinity].map(numeric.sigmoid)).toEqual([0, 0, 0.5, 1, 1]);
    expect([-Infinity, -800, 800, Infinity].map(numeric.softplus)).toEqual([0, 0, 800, Infinity]);
    expect(numeric.sigmoid(NaN)).toBe(NaN);
  });
  it('erf and erfc reach their limits and keep the sign of zero', () => {
    expect([-Infinity, -7, -0, 0, 7, Infinity].map(numeric.erf)).toEqual([-1, -1, -0, 0, 1, 1]);
    expect([-Infinity, -30, 0, 30, Infinity].map(numeric.erfc)).toEqual([2, 2, 1, 0, 0]);
    expect(numeric.erf(NaN)).toBe(NaN);
  });
  it('normalQuantile is infinite at 0 and 1, NaN outside, odd about 1/2', () => {
    expect(numeric.normalQuantile(0)).toBe(-Infinity);
    expect(numeric.normalQuantile(1)).toBe(Infinity);
    expect(numeric.normalQuantile(1.1)).toBe(NaN);
    expect(numeric.normalQuantile(0.5)).toBe(0);
    expect(numeric.normalQuantile(0.25)).toBe(-numeric.normalQuantile(0.75));
  });
});
