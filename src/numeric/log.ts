import { splitNearOne } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** log((1 + s)/(1 - s)) = 2s + s R(s²), R(z) = z (c0 + c1 z + ...), off by less than 2^-58.45 (coefficients of fdlibm's e_log.c). */
const coefficients = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
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
