import { type FunctionBuilder, f32x4, i32x4, type V128, v128 } from '../../emit/index.ts';
import { limit, powerOfTwo, reduceExponent } from './exp.ts';

/** e^x - 1. Error below 2 ulp, also near 0. */
export function writeExpm1(f: FunctionBuilder, x: V128): V128 {
  const given = f.let(x);
  const limited = f.let(limit(given, -18, 89));
  const reduced = reduceExponent(f, limited);
  const expm1 = f.let(reduced.expm1);
  // 2^n (e^r - 1) + (2^n - 1), all halved so that n = 128 does not overflow before its time.
  const power = i32x4.sub(reduced.shifted, i32x4.const(1));
  const half = f.let(powerOfTwo(power));
  const sum = f.let(f32x4.add(f32x4.mul(half, expm1), f32x4.sub(half, f32x4.const(0.5))));
  const isTiny = f32x4.lt(f32x4.abs(given), f32x4.const(2 ** -24));
  return v128.bitselect(given, f32x4.add(sum, sum), isTiny);
}
