import { type FunctionBuilder, f32x4, f64x2, i32x4, type Local, type V128 } from '../../emit/index.ts';

/** Applies a float64 function to the four lanes, two at a time, and rounds once. */
export function inFloat64(
  f: FunctionBuilder,
  inputs: readonly V128[],
  compute: (...halves: Local<'v128'>[]) => V128,
): V128 {
  const low = f.let(compute(...inputs.map((input) => f.let(f64x2.promote_low_f32x4(input)))));
  const upper = inputs.map((input) => i32x4.shuffle([2, 3, 2, 3], input, input));
  const high = f.let(compute(...upper.map((input) => f.let(f64x2.promote_low_f32x4(input)))));
  return i32x4.shuffle([0, 1, 4, 5], f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high));
}
