import { type FunctionBuilder, f32x4, i32x4, type V128, v128 } from '../../emit/index.ts';
import { powerOfTwo, reduceExponent } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** (tanh(x) - x)/x³ in x² on |x| < 0.625 (Cephes, tanhf.c). */
const coefficients = [
  -3.33332819422e-1, 1.33314422036e-1, -5.37397155531e-2, 2.06390887954e-2, -5.70498872745e-3,
];

/** Hyperbolic tangent. Error below 2 ulp: a polynomial near 0, elsewhere 1 - 2/(e^2|x| + 1). */
export function writeTanh(f: FunctionBuilder, x: V128): V128 {
  const given = f.let(x);
  const size = f.let(f32x4.abs(given));
  const square = f.let(f32x4.mul(given, given));
  const near = f.let(f32x4.add(given, f32x4.mul(f32x4.mul(given, square), polynomial(square, coefficients))));
  const doubled = f.let(f32x4.mul(f32x4.pmin(size, f32x4.const(10)), f32x4.const(2)));
  const { shifted, expm1 } = reduceExponent(f, doubled);
  const power = powerOfTwo(shifted);
  const exp = f32x4.mul(f32x4.add(expm1, f32x4.const(1)), power);
  const far = f32x4.sub(f32x4.const(1), f32x4.div(f32x4.const(2), f32x4.add(exp, f32x4.const(1))));
  const signed = v128.or(far, v128.and(given, i32x4.const(1 << 31)));
  return v128.bitselect(near, signed, f32x4.lt(size, f32x4.const(0.625)));
}
