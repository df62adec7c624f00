import {
  choose,
  f32x4,
  type F32,
  type F64,
  f64,
  f64x2,
  type FunctionBuilder,
  type FunctionHandle,
  i32,
  type I64,
  i64,
  i32x4,
  i64x2,
  type Local,
  type ModuleBuilder,
  type V128,
  v128,
  call,
} from '../../emit/index.ts';
import { inFloat64 } from './halves.ts';
import { polynomial } from './polynomial.ts';

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in two parts; 20 bits of whole number times the first are exact (fdlibm). */
const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_LOW = 6.07710050650619224932e-11;

/** (sin(r) - r)/r³ and (cos(r) - 1)/r² in r² on |r| <= π/4, to 2^-33 (Taylor). */
const sine = [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800];
const cosine = [-1 / 2, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600];

/** sin(x + quarters π/2) in float64, for |x| below 2^20. */
function sineInFloat64(f: FunctionBuilder, x: Local<'v128'>, quarters: 0 | 1): V128 {
  const n = f.let(f64x2.nearest(f64x2.mul(x, f64x2.const(TWO_OVER_PI))));
  const high = f64x2.sub(x, f64x2.mul(n, f64x2.const(HALF_PI_HIGH)));
  const r = f.let(f64x2.sub(high, f64x2.mul(n, f64x2.const(HALF_PI_LOW))));
  const square = f.let(f64x2.mul(r, r));
  const ofSine = f.let(f64x2.add(r, f64x2.mul(f64x2.mul(r, square), polynomial(square, sine, f64x2))));
  const ofCosine = f.let(f64x2.add(f64x2.const(1), f64x2.mul(square, polynomial(square, cosine, f64x2))));
  // n and quarters as whole numbers in the low bits of a float64: adding 1.5 2^52 leaves no room for fractions.
  const turn = f.let(f64x2.add(n, f64x2.const(1.5 * 2 ** 52 + quarters)));
  const isCosine = i64x2.shr_s(i64x2.shl(turn, 63), 63);
  const sign = i64x2.shl(i64x2.shr_u(turn, 1), 63);
  return v128.xor(v128.bitselect(ofCosine, ofSine, isCosine), sign);
}

/** 2/π with 16 zero bits before it: what a float32 can need of it (Payne and Hanek 1983). */
const words = [0x0000a2f9836e4e44n, 0x1529fc2757d1f534n, 0xddc0db6295993c43n, 0x9041fe5163abdebbn];
const largest = 2 ** 20;

/** Brings an angle of 2^20 or more into [-π, π): its turns are multiplied out in whole numbers, modulo 1. */
export function addLargeAngle(module: ModuleBuilder): FunctionHandle<'f64'> {
  return module.function(['f32'], 'f64', (f) => {
    const bits = f.let(i32.reinterpret_f32(f.parameter(0, 'f32')));
    const exponent = f.let(i32.and(i32.shr_u(bits, i32.const(23)), i32.const(255)));
    const fraction = i32.or(i32.and(bits, i32.const(0x7fffff)), i32.const(0x800000));
    const mantissa = f.let(i64.extend_i32_u(fraction));
    const start = f.let(i32.sub(exponent, i32.const(150 - 14)));
    const shift = f.let(i64.extend_i32_u(i32.and(start, i32.const(63))));
    const isSecond = f.let(i32.ge_u(start, i32.const(64)));
    const word = (index: number): I64 =>
      choose(isSecond, i64.const(words[index + 1]), i64.const(words[index]));
    const window = (index: number): I64 => i64.or(i64.shl(word(index), shift), aboveShift(word(index + 1)));
    const aboveShift = (next: I64): I64 =>
      i64.shr_u(i64.shr_u(next, i64.const(1n)), i64.sub(i64.const(63n), shift));
    const low = i64.shr_u(i64.mul(mantissa, i64.shr_u(window(1), i64.const(32n))), i64.const(32n));
    const turns = i64.add(i64.mul(mantissa, window(0)), low);
    const angle = f.let(f64.mul(f64.convert_i64_s(turns), f64.const((2 * Math.PI) / 2 ** 64)));
    const isNegative = i32.lt_s(bits, i32.const(0));
    return choose(isNegative, f64.mul(angle, f64.const(-1)), angle);
  });
}

/** Sine (quarters 0) or cosine (quarters 1) of any angle, in float64 rounded once: error below 1 ulp below 2^20, 4 above. */
export function writeSin(
  f: FunctionBuilder,
  x: V128,
  quarters: 0 | 1,
  largeAngle: FunctionHandle<'f64'>,
): V128 {
  const given = f.let(x);
  const result = f.let(inFloat64(f, [given], (half) => sineInFloat64(f, half, quarters)));
  const isLarge = f.let(f32x4.ge(f32x4.abs(given), f32x4.const(largest)));
  f.if(v128.any_true(isLarge), () => {
    const lane = (at: number): F64 => call(largeAngle, f32x4.extract_lane(at, given) satisfies F32);
    const pair = (at: number): Local<'v128'> =>
      f.let(f64x2.replace_lane(1, f64x2.splat(lane(at)), lane(at + 1)));
    const [low, high] = [pair(0), pair(2)].map((angles) =>
      f.let(f32x4.demote_f64x2_zero(sineInFloat64(f, angles, quarters))),
    );
    const reduced = i32x4.shuffle([0, 1, 4, 5], low, high);
    f.set(result, v128.bitselect(reduced, result, isLarge));
  });
  const isFinite = f32x4.lt(f32x4.abs(given), f32x4.const(Infinity));
  return v128.bitselect(result, f32x4.const(NaN), isFinite);
}
