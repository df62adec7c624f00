import { f32x4, f64x2, type V128 } from '../../emit/index.ts';

/** c0 + c1 x + c2 x² + ..., by Horner's rule. `x` should be a local: it is read once for each degree. */
export function polynomial(
  x: V128,
  coefficients: readonly number[],
  lanes: typeof f32x4 | typeof f64x2 = f32x4,
): V128 {
  const [highest, ...lower] = coefficients.toReversed();
  return lower.reduce<V128>(
    (value, coefficient) => lanes.add(lanes.mul(value, x), lanes.const(coefficient)),
    lanes.const(highest),
  );
}
