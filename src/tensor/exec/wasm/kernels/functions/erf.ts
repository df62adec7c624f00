import { type FunctionBuilder, f32x4, i32x4, type V128, v128 } from '../../emit/index.ts';
import { writeExp } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** erf(x)/x - 1 in x² for |x| <= 0.9; least relative error, by reweighted least squares. */
const near = [
  0.12837916612625122, -0.37612634897232056, 0.11283712834119797, -0.02686048299074173, 0.0052039590664207935,
  -0.0008178037242032588, 0.00008527288446202874,
];
/** -log(1 - erf(x)) in x - 1 for 0.85 <= x <= 4; least error of erf, found in the same way. */
const far = [
  1.8496055603027344, 2.638967752456665, 0.8431057929992676, 0.041553378105163574, -0.009980992414057255,
  0.0018920181319117546, -0.0002025284484261647,
];

/** The error function. Error below 2 ulp. */
export function writeErf(f: FunctionBuilder, x: V128): V128 {
  const given = f.let(x);
  const size = f.let(f32x4.abs(given));
  const square = f.let(f32x4.mul(given, given));
  const small = f.let(f32x4.add(given, f32x4.mul(given, polynomial(square, near))));
  const shifted = f.let(f32x4.sub(f32x4.pmin(size, f32x4.const(4)), f32x4.const(1)));
  const complement = writeExp(f, f32x4.neg(polynomial(shifted, far)));
  const large = v128.or(f32x4.sub(f32x4.const(1), complement), v128.and(given, i32x4.const(1 << 31)));
  return v128.bitselect(small, large, f32x4.lt(size, f32x4.const(0.875)));
}
