import { type FunctionBuilder, f32x4, i32x4, type Local, type V128 } from '../../emit/index.ts';
import { polynomial } from './polynomial.ts';

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts; the first has so few bits that whole numbers below 2^15 times it are exact (Cephes, expf.c). */
export const LN2_HIGH = 0.693359375;
export const LN2_LOW = -2.1219444e-4;

/** (e^r - 1 - r)/r² on |r| <= ln(2)/2 (Cephes, expf.c). */
const coefficients = [
  5.0000001201e-1, 1.6666665459e-1, 4.1665795894e-2, 8.3334519073e-3, 1.3981999507e-3, 1.98756915e-4,
];

/** x = n ln 2 + r: gives n (as a float) and e^r - 1, for |x| below 2^14. */
export function reduceExponent(
  f: FunctionBuilder,
  x: Local<'v128'>,
): { n: Local<'v128'>; expm1: V128; r: Local<'v128'> } {
  const n = f.let(f32x4.nearest(f32x4.mul(x, f32x4.const(LOG2_E))));
  const high = f32x4.sub(x, f32x4.mul(n, f32x4.const(LN2_HIGH)));
  const r = f.let(f32x4.sub(high, f32x4.mul(n, f32x4.const(LN2_LOW))));
  const square = f32x4.mul(r, r);
  return { n, r, expm1: f32x4.add(r, f32x4.mul(square, polynomial(r, coefficients))) };
}

/** 2^n as a float, for whole n from -126 to 127. */
export function powerOfTwo(n: V128): V128 {
  return i32x4.shl(i32x4.add(n, i32x4.const(127)), 23);
}

/** e^x. Error below 1 ulp; right down through the denormals. */
export function writeExp(f: FunctionBuilder, x: V128): V128 {
  const limited = f.let(f32x4.max(f32x4.min(x, f32x4.const(89)), f32x4.const(-104)));
  const { n, expm1 } = reduceExponent(f, limited);
  const power = f.let(i32x4.trunc_sat_f32x4_s(n));
  const half = f.let(i32x4.shr_s(power, 1));
  const value = f32x4.mul(f32x4.add(expm1, f32x4.const(1)), powerOfTwo(half));
  return f32x4.mul(value, powerOfTwo(i32x4.sub(power, half)));
}
