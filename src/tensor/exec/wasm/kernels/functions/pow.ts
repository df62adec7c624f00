import {
  type FunctionBuilder,
  f32x4,
  f64x2,
  i32x4,
  i64x2,
  type Local,
  type V128,
  v128,
} from '../../emit/index.ts';
import { inFloat64 } from './halves.ts';
import { polynomial } from './polynomial.ts';

const LN2 = 0.6931471805599453;
/** 1/3, 1/5, 1/7 ...: the series of atanh(s)/s - 1 in s², to 2^-44 for s up to (sqrt(2) - 1)/(sqrt(2) + 1). */
const atanhSeries = [1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15, 1 / 17];
/** 1/k!: the series of e^r, to 2^-32 for |r| <= ln(2)/2. */
const expSeries = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320, 1 / 362880];
const bitsOfRootHalf = 0x3fe6a09e667f3bcdn;

/** |x|^y in float64 for finite positive |x|, as e^(y log |x|). */
function powerOfSize(f: FunctionBuilder, size: Local<'v128'>, exponent: Local<'v128'>): V128 {
  const scaled = f.let(f64x2.mul(exponent, logOf(f, size)));
  return expOf(f, scaled);
}

/** log(x) for a float64 that was a float32 (so no denormal); -Infinity at 0, Infinity at Infinity. */
function logOf(f: FunctionBuilder, x: Local<'v128'>): V128 {
  const e = f.let(i64x2.shr_s(i64x2.sub(x, i64x2.const(bitsOfRootHalf)), 52));
  const m = f.let(i64x2.sub(x, i64x2.shl(e, 52)));
  const s = f.let(f64x2.div(f64x2.sub(m, f64x2.const(1)), f64x2.add(m, f64x2.const(1))));
  const square = f.let(f64x2.mul(s, s));
  const series = f64x2.mul(square, polynomial(square, atanhSeries, f64x2));
  const ofM = f64x2.mul(f64x2.add(s, s), f64x2.add(series, f64x2.const(1)));
  const exponent = f64x2.convert_low_i32x4_s(i32x4.shuffle([0, 2, 0, 2], e, e));
  const value = f.let(f64x2.add(f64x2.mul(exponent, f64x2.const(LN2)), ofM));
  const finite = v128.bitselect(value, x, f64x2.lt(x, f64x2.const(Infinity)));
  return v128.bitselect(f64x2.const(-Infinity), finite, f64x2.eq(x, f64x2.const(0)));
}

/** e^x; beyond the range of float32 anything beyond it will do. */
function expOf(f: FunctionBuilder, x: Local<'v128'>): V128 {
  const limited = f.let(f64x2.max(f64x2.min(x, f64x2.const(200)), f64x2.const(-200)));
  const n = f.let(f64x2.nearest(f64x2.mul(limited, f64x2.const(1 / LN2))));
  const r = f.let(f64x2.sub(limited, f64x2.mul(n, f64x2.const(LN2))));
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n));
  const scale = i64x2.shl(i64x2.add(exponent, i64x2.const(1023n)), 52);
  return f64x2.mul(polynomial(r, expSeries, f64x2), scale);
}

/**
 * x^y with the special cases of JavaScript's `**` (1^Infinity is NaN, x^0 is 1). Computed in float64 and rounded once: error
 * below 1 ulp.
 */
export function writePow(f: FunctionBuilder, x: V128, y: V128): V128 {
  const [base, exponent] = [f.let(x), f.let(y)];
  const size = f.let(f32x4.abs(base));
  const value = f.let(inFloat64(f, [size, exponent], (a, b) => powerOfSize(f, a, b)));
  const isWhole = f.let(f32x4.eq(f32x4.floor(exponent), exponent));
  const half = f.let(f32x4.mul(exponent, f32x4.const(0.5)));
  const isOdd = v128.andnot(isWhole, f32x4.eq(f32x4.floor(half), half));
  const sign = v128.and(v128.and(base, isOdd), i32x4.const(1 << 31));
  const isNegative = v128.and(f32x4.lt(base, f32x4.const(0)), f32x4.gt(base, f32x4.const(-Infinity)));
  const isRootOfNegative = f.let(v128.andnot(isNegative, isWhole));
  const signed = v128.bitselect(f32x4.const(NaN), v128.xor(value, sign), isRootOfNegative);
  return v128.bitselect(f32x4.const(1), signed, f32x4.eq(exponent, f32x4.const(0)));
}
