import { call, f32x4, i16x8, i32x4, i8x16, type V128, v128 } from '../emit/index.ts';
import type { DType } from '../../../graph/tensor.ts';
import type { KernelContext } from './context.ts';

/** One operation on four lanes. Values of u8 are held as i32; conditions are masks until they are needed as numbers. */

type Unary = (x: V128) => V128;
type Binary = (a: V128, b: V128) => V128;

/** Operands are locals or constants: reading one twice costs nothing. */
const unaryF32: Readonly<Record<string, Unary>> = {
  negate: f32x4.neg,
  absolute: f32x4.abs,
  sign: (x) => {
    const unit = v128.or(f32x4.const(1), v128.and(x, i32x4.const(1 << 31)));
    return v128.bitselect(unit, x, f32x4.gt(f32x4.abs(x), f32x4.const(0)));
  },
  squareRoot: f32x4.sqrt,
  floor: f32x4.floor,
  stopGradient: (x) => x,
};

const unaryI32: Readonly<Record<string, Unary>> = {
  negate: i32x4.neg,
  absolute: i32x4.abs,
  sign: (x) => i32x4.max_s(i32x4.min_s(x, i32x4.const(1)), i32x4.const(-1)),
  stopGradient: (x) => x,
};

const binaryF32: Readonly<Record<string, Binary>> = {
  add: f32x4.add,
  subtract: f32x4.sub,
  multiply: f32x4.mul,
  divide: f32x4.div,
  minimum: f32x4.min,
  maximum: f32x4.max,
};

const binaryI32: Readonly<Record<string, Binary>> = {
  add: i32x4.add,
  subtract: i32x4.sub,
  multiply: i32x4.mul,
  minimum: i32x4.min_s,
  maximum: i32x4.max_s,
};

const comparisons: Readonly<Record<string, { readonly f32: Binary; readonly i32: Binary }>> = {
  less: { f32: f32x4.lt, i32: i32x4.lt_s },
  lessEqual: { f32: f32x4.le, i32: i32x4.le_s },
  equal: { f32: f32x4.eq, i32: i32x4.eq },
  notEqual: { f32: f32x4.ne, i32: i32x4.ne },
};

/** For conditions: all bits 1 where they hold. Undefined for other operations. */
export function maskOf(op: string, dtype: DType, [a, b]: readonly V128[]): V128 | undefined {
  if (op === 'isFinite') return f32x4.lt(f32x4.abs(a), f32x4.const(Infinity));
  return comparisons[op]?.[dtype === 'f32' ? 'f32' : 'i32'](a, b);
}

export function isCondition(op: string): boolean {
  return op === 'isFinite' || Object.hasOwn(comparisons, op);
}

/** An operation that gives numbers; `dtype` is its operands'. */
export function applyOperation(
  op: string,
  dtype: DType,
  operands: readonly V128[],
  context: KernelContext,
): V128 {
  const [a, b] = operands;
  const unary = (dtype === 'f32' ? unaryF32 : unaryI32)[op];
  if (unary) return unary(a);
  const binary = (dtype === 'f32' ? binaryF32 : binaryI32)[op];
  if (binary) return binary(a, b);
  return call(context.function(op), ...operands);
}

/** Towards zero, kept within the range, NaN to 0. */
export function convert(x: V128, from: DType, to: DType): V128 {
  if (to === 'f32') return f32x4.convert_i32x4_s(x);
  const integer = from === 'f32' ? i32x4.trunc_sat_f32x4_s(x) : x;
  if (to === 'i32' || from === 'u8') return integer;
  return i32x4.max_s(i32x4.min_s(integer, i32x4.const(255)), i32x4.const(0));
}

/** Four bytes in the lowest lane, as four i32. */
export function widenBytes(x: V128): V128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(x));
}

/** Four i32 within 0 and 255, as bytes in the lowest lane. */
export function narrowToBytes(x: V128): V128 {
  const halves = i16x8.narrow_i32x4_s(x, x);
  return i8x16.narrow_i16x8_u(halves, halves);
}
