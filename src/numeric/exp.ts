import { scaleByPowerOfTwo } from './bits.ts';
import { polynomial } from './polynomial.ts';

/** ln 2 in two parts; the first has 21 zero bits at its end, so that a small whole number times it is exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
export const INVERSE_LN2 = 1.4426950408889634;

const overflow = 709.782712893384;
const underflow = -745.1332191019411;

/** r coth(r/2) - 2 = r² (c0 + c1 r² + ...) on |r| <= ln(2)/2, off by less than 2^-59 (Remez; coefficients of fdlibm's e_exp.c). */
const coefficients = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
];

/**
 * e^x. Error below 1 ulp.
 *
 * x = k ln 2 + r; with c = r - r² P(r²) one has e^r = 1 + r + r c / (2 - c) (the continued fraction of e^r).
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(x + low) for |low| far below |x|: keeps the bits that the sum would round away. */
export function expOfSum(x: number, low: number): number {
  if (Number.isNaN(x)) return x;
  if (x > overflow) return Infinity;
  if (x < underflow) return 0;
  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const rest = k * LN2_LOW - low;
  const r = high - rest;
  const square = r * r;
  const c = r - square * polynomial(square, coefficients);
  return scaleByPowerOfTwo(1 - (rest - (r * c) / (2 - c) - high), k);
}
