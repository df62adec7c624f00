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

/** 1.5 2^23: a float of that size has no room for fractions, and a small whole number added to it stands in its low bits. */
const SHIFT = 1.5 * 2 ** 23;
const SHIFT_BITS = 0x4b400000;

/** x = n ln 2 + r, for |x| below 2^14: gives n as an integer, with `SHIFT_BITS` added, and e^r - 1. */
export function reduceExponent(
  f: FunctionBuilder,
  x: Local<'v128'>,
): { shifted: Local<'v128'>; expm1: V128 } {
  const shifted = f.let(f32x4.add(f32x4.mul(x, f32x4.const(LOG2_E)), f32x4.const(SHIFT)));
  const n = f.let(f32x4.sub(shifted, f32x4.const(SHIFT)));
  const high = f32x4.sub(x, f32x4.mul(n, f32x4.const(LN2_HIGH)));
  const r = f.let(f32x4.sub(high, f32x4.mul(n, f32x4.const(LN2_LOW))));
  const square = f32x4.mul(r, r);
  return { shifted, expm1: f32x4.add(r, f32x4.mul(square, polynomial(r, coefficients))) };
}

/** n itself, of what `reduceExponent` gives. */
function wholeOf(shifted: Local<'v128'>): V128 {
  return i32x4.sub(shifted, i32x4.const(SHIFT_BITS));
}

/** 2^n as a float, for whole n from -126 to 127; what is in the upper bits of n, as `SHIFT_BITS` is, does not matter. */
export function powerOfTwo(n: V128): V128 {
  return i32x4.shl(i32x4.add(n, i32x4.const(127)), 23);
}

/** x kept within bounds; NaN stays NaN. One instruction each, where `min` and `max` take seven for the sake of zeros' signs. */
export function limit(x: V128, low: number, high: number): V128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.const(high)), f32x4.const(low));
}

/** e^x. Error below 1 ulp; right down through the denormals. */
export function writeExp(f: FunctionBuilder, x: V128): V128 {
  const limited = f.let(limit(x, -104, 89));
  const { shifted, expm1 } = reduceExponent(f, limited);
  const power = f.let(wholeOf(shifted));
  const half = f.let(i32x4.shr_s(power, 1));
  const value = f32x4.mul(f32x4.add(expm1, f32x4.const(1)), powerOfTwo(half));
  return f32x4.mul(value, powerOfTwo(i32x4.sub(power, half)));
}
