import { splitNearOne } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** log((1 + s)/(1 - s)) = 2s + s R(s²), R(z) = z (c0 + c1 z + ...), off by less than 2^-58.45 (coefficients of fdlibm's e_log.c). */
const coefficients = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];

const parts = { fraction: 0, exponent: 0 };

/** The natural logarithm. Error below 1 ulp; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  splitNearOne(x, parts);
  const k = parts.exponent;
  const f = parts.fraction - 1;
  const s = f / (2 + f);
  const z = s * s;
  const halfSquare = 0.5 * f * f;
  // log(1 + f) = f - (f²/2 - s (f²/2 + R)): the large part f is exact.
  const small = s * (halfSquare + z * polynomial(z, coefficients));
  return k * LN2_HIGH - (halfSquare - (small + k * LN2_LOW) - f);
}
