import { type FunctionBuilder, f32x4, i32x4, type Local, type V128, v128 } from '../../emit/index.ts';
import { LN2_HIGH, LN2_LOW } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** (log(1 + f) - f + f²/2)/f³ on sqrt(1/2) <= 1 + f < sqrt(2) (Cephes, logf.c). */
const coefficients = [
  3.3333331174e-1, -2.4999993993e-1, 2.0000714765e-1, -1.6668057665e-1, 1.4249322787e-1, -1.2420140846e-1,
  1.167699874e-1, -1.151461031e-1, 7.0376836292e-2,
];

const bitsOfRootHalf = 0x3f3504f3;
const smallestNormal = 2 ** -126;

/** x = m 2^e with m in [sqrt(1/2), sqrt(2)), for positive finite x, denormals too; e as an integer. */
function splitExponent(f: FunctionBuilder, x: Local<'v128'>): { m: Local<'v128'>; e: Local<'v128'> } {
  const isDenormal = f.let(f32x4.lt(x, f32x4.const(smallestNormal)));
  const normal = f.let(v128.bitselect(f32x4.mul(x, f32x4.const(2 ** 25)), x, isDenormal));
  const e = f.let(i32x4.shr_s(i32x4.sub(normal, i32x4.const(bitsOfRootHalf)), 23));
  const m = f.let(i32x4.sub(normal, i32x4.shl(e, 23)));
  f.set(e, i32x4.sub(e, v128.and(isDenormal, i32x4.const(25))));
  return { m, e };
}

/** log(x) for positive finite x, plus a correction that is far smaller. */
function logOfPositive(f: FunctionBuilder, x: Local<'v128'>, correction?: V128): V128 {
  const { m, e } = splitExponent(f, x);
  const exponent = f.let(f32x4.convert_i32x4_s(e));
  const part = f.let(f32x4.sub(m, f32x4.const(1)));
  const square = f.let(f32x4.mul(part, part));
  const cube = f32x4.mul(square, f32x4.mul(part, polynomial(part, coefficients)));
  const low = f32x4.add(cube, f32x4.mul(exponent, f32x4.const(LN2_LOW)));
  const lower = f32x4.sub(low, f32x4.mul(square, f32x4.const(0.5)));
  const sum = f32x4.add(part, correction ? f32x4.add(lower, correction) : lower);
  return f32x4.add(sum, f32x4.mul(exponent, f32x4.const(LN2_HIGH)));
}

/** What log gives where x isn't a positive finite number: -Infinity at 0, NaN below, Infinity and NaN as they are. */
function withSpecialCases(x: Local<'v128'>, value: V128): V128 {
  const isPositive = f32x4.gt(x, f32x4.const(0));
  const otherwise = v128.bitselect(f32x4.const(-Infinity), f32x4.const(NaN), f32x4.eq(x, f32x4.const(0)));
  const positive = v128.bitselect(value, x, f32x4.lt(x, f32x4.const(Infinity)));
  return v128.bitselect(positive, otherwise, isPositive);
}

/** Natural logarithm. Error below 1 ulp. */
export function writeLog(f: FunctionBuilder, x: V128): V128 {
  const given = f.let(x);
  return withSpecialCases(given, logOfPositive(f, given));
}

/** log(1 + x). Error below 2 ulp, also near 0: what rounding took from 1 + x is given back, divided by 1 + x. */
export function writeLog1p(f: FunctionBuilder, x: V128): V128 {
  const given = f.let(x);
  const one = f32x4.const(1);
  const sum = f.let(f32x4.add(given, one));
  const lostOfX = f32x4.sub(given, f32x4.sub(sum, one));
  const lostOfOne = f32x4.sub(one, f32x4.sub(sum, given));
  const lost = v128.bitselect(lostOfOne, lostOfX, f32x4.gt(given, one));
  const correction = f.let(f32x4.div(lost, sum));
  const value = f.let(withSpecialCases(sum, logOfPositive(f, sum, correction)));
  return v128.bitselect(given, value, f32x4.lt(f32x4.abs(given), f32x4.const(2 ** -24)));
}
