import {
  type Code,
  float32,
  float64,
  integer32,
  integer64,
  signed,
  toBytes,
  VectorConstant,
} from './encode.ts';
import {
  binaryFamily,
  type F32,
  type F64,
  type I32,
  type I64,
  instruction,
  memoryArgument,
  type Statement,
  unaryFamily,
  type V128,
} from './value.ts';

/**
 * The 128-bit SIMD instructions that kernels use, named as in the specification. All but `relaxed_madd` are deterministic: that one
 * is for the fast mode alone, where the machine has it.
 */

const simd = (opcode: number): Code =>
  opcode < 0x80 ? [0xfd, opcode] : [0xfd, (opcode & 0x7f) | 0x80, opcode >> 7];
const unary = <Names extends string>(opcodes: Readonly<Record<Names, number>>) =>
  unaryFamily('v128', 'v128', opcodes, simd);
const binary = <Names extends string>(opcodes: Readonly<Record<Names, number>>) =>
  binaryFamily('v128', 'v128', opcodes, simd);
type Shift = (a: V128, bits: number) => V128;
const shift = (opcode: number): Shift => {
  return (a, bits) => instruction('v128', [0x41, signed(bits), simd(opcode)], a);
};
type Load = (address: I32, offset?: number) => V128;
const load = (opcode: number, align: number): Load => {
  return (address, offset = 0) => instruction('v128', [simd(opcode), memoryArgument(align, offset)], address);
};
type LoadLane = (lane: number, into: V128, address: I32, offset?: number) => V128;
const loadLane = (opcode: number, align: number): LoadLane => {
  return (lane, into, address, offset = 0) =>
    instruction('v128', [simd(opcode), memoryArgument(align, offset), lane], address, into);
};
type StoreLane = (lane: number, address: I32, value: V128, offset?: number) => Statement;
const storeLane = (opcode: number, align: number): StoreLane => {
  return (lane, address, value, offset = 0) => ({
    effect: [address.code, value.code, simd(opcode), memoryArgument(align, offset), lane],
  });
};
const constant = (lanes: Code): V128 => ({ type: 'v128', code: new VectorConstant(toBytes(lanes)) });
type Four = readonly [number, number, number, number];
/** One number in all four lanes, or four numbers. */
const fourLanes = (value: number | Four, encode: (lane: number) => Code): V128 => {
  if (typeof value !== 'number') return constant(value.map(encode));
  const lane = encode(value);
  return constant([lane, lane, lane, lane]);
};

export const v128 = {
  load: load(0, 2),
  load32_splat: load(9, 2),
  load32_zero: load(92, 2),
  load64_zero: load(93, 2),
  load32_lane: loadLane(86, 2),
  load64_lane: loadLane(87, 2),
  store: (address: I32, value: V128, offset = 0): Statement => ({
    effect: [address.code, value.code, simd(11), memoryArgument(2, offset)],
  }),
  store8_lane: storeLane(88, 0),
  store32_lane: storeLane(90, 2),
  store64_lane: storeLane(91, 2),
  /** Takes bits of `a` where the mask's are 1, of `b` elsewhere. */
  bitselect: (a: V128, b: V128, mask: V128): V128 => instruction('v128', simd(82), a, b, mask),
  any_true: (a: V128): I32 => instruction('i32', simd(83), a),
  ...unary({ not: 77 }),
  ...binary({ and: 78, andnot: 79, or: 80, xor: 81 }),
};

export const i8x16 = {
  /** Byte i of the result is byte `lanes[i]` of `a` followed by `b`. */
  shuffle: (lanes: readonly number[], a: V128, b: V128): V128 => instruction('v128', [simd(13), lanes], a, b),
  ...binary({ narrow_i16x8_u: 102 }),
};

export const i16x8 = {
  ...unary({ extend_low_i8x16_u: 137 }),
  ...binary({ narrow_i32x4_s: 133 }),
};

export const i32x4 = {
  const: (value: number | Four): V128 => fourLanes(value, integer32),
  splat: (a: I32): V128 => instruction('v128', simd(17), a),
  extract_lane: (lane: number, a: V128): I32 => instruction('i32', [simd(27), lane], a),
  replace_lane: (lane: number, a: V128, value: I32): V128 => instruction('v128', [simd(28), lane], a, value),
  /** Lane i of the result is lane `lanes[i]` of `a` followed by `b`. */
  shuffle: (lanes: readonly [number, number, number, number], a: V128, b: V128): V128 =>
    i8x16.shuffle(
      lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
      a,
      b,
    ),
  shl: shift(171),
  shr_s: shift(172),
  shr_u: shift(173),
  ...unary({
    abs: 160,
    neg: 161,
    extend_low_i16x8_u: 169,
    trunc_sat_f32x4_s: 248,
    trunc_sat_f64x2_s_zero: 252,
  }),
  ...binary({
    eq: 55,
    ne: 56,
    lt_s: 57,
    gt_s: 59,
    le_s: 61,
    ge_s: 63,
    add: 174,
    sub: 177,
    mul: 181,
    min_s: 182,
    max_s: 184,
  }),
};

export const i64x2 = {
  const: (value: bigint): V128 => {
    const lane = integer64(value);
    return constant([lane, lane]);
  },
  splat: (a: I64): V128 => instruction('v128', simd(18), a),
  extract_lane: (lane: number, a: V128): I64 => instruction('i64', [simd(29), lane], a),
  shl: shift(203),
  shr_s: shift(204),
  shr_u: shift(205),
  ...unary({ extend_low_i32x4_s: 199 }),
  ...binary({ add: 206, sub: 209, extmul_low_i32x4_u: 222, extmul_high_i32x4_u: 223, gt_s: 217 }),
};

export const f32x4 = {
  const: (value: number | Four): V128 => fourLanes(value, float32),
  splat: (a: F32): V128 => instruction('v128', simd(19), a),
  extract_lane: (lane: number, a: V128): F32 => instruction('f32', [simd(31), lane], a),
  replace_lane: (lane: number, a: V128, value: F32): V128 => instruction('v128', [simd(32), lane], a, value),
  ...unary({
    ceil: 103,
    floor: 104,
    trunc: 105,
    nearest: 106,
    abs: 224,
    neg: 225,
    sqrt: 227,
    convert_i32x4_s: 250,
    demote_f64x2_zero: 94,
  }),
  ...binary({
    eq: 65,
    ne: 66,
    lt: 67,
    gt: 68,
    le: 69,
    ge: 70,
    add: 228,
    sub: 229,
    mul: 230,
    div: 231,
    min: 232,
    max: 233,
    pmin: 234,
    pmax: 235,
  }),
  /** a b + c, rounded once or twice as the processor likes. */
  relaxed_madd: (a: V128, b: V128, c: V128): V128 => instruction('v128', simd(261), a, b, c),
};

export const f64x2 = {
  const: (value: number): V128 => constant([float64(value), float64(value)]),
  splat: (a: F64): V128 => instruction('v128', simd(20), a),
  extract_lane: (lane: number, a: V128): F64 => instruction('f64', [simd(33), lane], a),
  replace_lane: (lane: number, a: V128, value: F64): V128 => instruction('v128', [simd(34), lane], a, value),
  ...unary({
    promote_low_f32x4: 95,
    floor: 117,
    nearest: 148,
    abs: 236,
    neg: 237,
    sqrt: 239,
    convert_low_i32x4_s: 254,
  }),
  ...binary({
    eq: 71,
    ne: 72,
    lt: 73,
    gt: 74,
    le: 75,
    ge: 76,
    add: 240,
    sub: 241,
    mul: 242,
    div: 243,
    min: 244,
    max: 245,
  }),
};
