import { describe, expect, it } from 'vitest';
import * as numeric from './index.ts';
import * as precise from '../../test/support/highPrecision.ts';

const random = numeric.randomStream(1, 'accuracy');
let drawn = 0;
const uniform = (low: number, high: number) => low + (high - low) * random.uniform(drawn++);
/** Either sign, every size between two powers of two alike. */
const anySize = (low: number, high: number) => (uniform(-1, 1) < 0 ? -1 : 1) * 2 ** uniform(low, high);

/** [name, ours, exact, the most ulp it may be off, where] */
type Exact = (x: bigint) => bigint;
const cases: [string, (x: number) => number, Exact, number, (() => number)[]][] = [
  [
    'exp',
    numeric.exp,
    precise.exp,
    1,
    [() => uniform(-745, 700), () => uniform(-1, 1), () => anySize(-60, 9)],
  ],
  [
    'expm1',
    numeric.expm1,
    precise.expm1,
    1,
    [() => uniform(-40, 700), () => uniform(-2, 2), () => anySize(-60, 5)],
  ],
  [
    'log',
    numeric.log,
    precise.log,
    1,
    [() => uniform(0.3, 2), () => Math.abs(anySize(-1074, 1023)), () => uniform(0.999, 1.001)],
  ],
  [
    'log1p',
    numeric.log1p,
    precise.log1p,
    2,
    [() => uniform(-0.99, 2), () => Math.abs(anySize(-60, 1023)), () => anySize(-60, -1)],
  ],
  [
    'tanh',
    numeric.tanh,
    precise.tanh,
    3,
    [() => uniform(-23, 23), () => uniform(-1, 1), () => anySize(-60, 4)],
  ],
  ['sigmoid', numeric.sigmoid, precise.sigmoid, 3, [() => uniform(-700, 40), () => uniform(-1, 1)]],
  ['softplus', numeric.softplus, precise.softplus, 3, [() => uniform(-700, 40), () => uniform(-1, 1)]],
  [
    'sin',
    numeric.sin,
    precise.sin,
    1,
    [() => uniform(-10, 10), () => anySize(-60, 21), () => anySize(20, 200), () => anySize(900, 1023)],
  ],
  [
    'cos',
    numeric.cos,
    precise.cos,
    1,
    [() => uniform(-10, 10), () => anySize(-60, 21), () => anySize(20, 200), () => anySize(900, 1023)],
  ],
  [
    'erf',
    numeric.erf,
    precise.erf,
    1,
    [() => uniform(-6.5, 6.5), () => uniform(-1, 1), () => anySize(-60, 2)],
  ],
  ['erfc', numeric.erfc, precise.erfc, 3, [() => uniform(-6, 14), () => uniform(-1, 1), () => uniform(1, 3)]],
];

describe.each(cases)('%s', (name, ours, exact, bound, points) => {
  it(`is within ${bound} ulp`, () => {
    for (let i = 0; i < 120; i++) {
      const x = points[i % points.length]();
      expect(precise.ulpError(ours(x), exact(precise.fromNumber(x))), `${name}(${x})`).toBeLessThan(bound);
    }
  });
});

describe('sin and cos at multiples of π/2, where most bits cancel', () => {
  it.each([1, 2, 3, 100, 354, 1e5, 1048575, 2 ** 30 + 1])('%s', (n) => {
    const x = n * (Math.PI / 2);
    const exact = precise.fromNumber(x);
    expect(precise.ulpError(numeric.sin(x), precise.sin(exact))).toBeLessThan(1);
    expect(precise.ulpError(numeric.cos(x), precise.cos(exact))).toBeLessThan(1);
  });
  it('is right at the float64 nearest to a multiple of π/2', () => {
    const x = 6381956970095103 * 2 ** 797;
    expect(precise.ulpError(numeric.cos(x), precise.cos(precise.fromNumber(x)))).toBeLessThan(1);
  });
});

describe('pow', () => {
  it('is within 1 ulp', () => {
    for (let i = 0; i < 200; i++) {
      const x = i % 2 === 0 ? Math.abs(anySize(-1000, 1000)) : uniform(0.9, 1.1);
      const y = uniform(-690, 690) / Math.abs(Math.log(x));
      const exact = precise.pow(precise.fromNumber(x), precise.fromNumber(y));
      expect(precise.ulpError(numeric.pow(x, y), exact), `${x} ** ${y}`).toBeLessThan(1);
    }
  });
});

describe('normalQuantile', () => {
  it('inverts the distribution to 1e-15 of the result', () => {
    for (let i = 0; i < 120; i++) {
      const probability = i % 2 === 0 ? uniform(0, 0.5) : 2 ** uniform(-100, -1);
      const quantile = numeric.normalQuantile(probability);
      const share =
        precise.erfc((-precise.fromNumber(quantile) * precise.one) / precise.squareRoot(2n * precise.one)) /
        2n;
      const relative = Number(((share - precise.fromNumber(probability)) << 60n) / share) / 2 ** 60;
      // d(log share)/dx is density/share, so that an error of 1e-15 x shows as that times x times this slope.
      const slope = Math.exp((-quantile * quantile) / 2) / Math.sqrt(2 * Math.PI) / probability;
      expect(Math.abs(relative), `${probability}`).toBeLessThan(
        1e-15 * Math.abs(quantile) * slope + 2 ** -58,
      );
    }
  });
});
