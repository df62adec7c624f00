import { type Code, float64, signed } from './encode.ts';
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
} from './value.ts';

/** Scalar instructions, named as in the specification (`i32.add` is `i32.add`); only those that kernels use. */

const plain = (opcode: number): Code => [opcode];

export const i32 = {
  const: (value: number): I32 => instruction('i32', [0x41, signed(value | 0)]),
  load: (address: I32, offset = 0): I32 => instruction('i32', [0x28, memoryArgument(2, offset)], address),
  store: (address: I32, value: I32, offset = 0): Statement => ({
    effect: [address.code, value.code, 0x36, memoryArgument(2, offset)],
  }),
  load8_u: (address: I32, offset = 0): I32 => instruction('i32', [0x2d, memoryArgument(0, offset)], address),
  wrap_i64: (a: I64): I32 => instruction('i32', [0xa7], a),
  reinterpret_f32: (a: F32): I32 => instruction('i32', [0xbc], a),
  trunc_sat_f64_s: (a: F64): I32 => instruction('i32', [0xfc, 0x02], a),
  ...unaryFamily('i32', 'i32', { eqz: 0x45, clz: 0x67 }, plain),
  ...binaryFamily(
    'i32',
    'i32',
    {
      eq: 0x46,
      ne: 0x47,
      lt_s: 0x48,
      lt_u: 0x49,
      gt_s: 0x4a,
      gt_u: 0x4b,
      le_s: 0x4c,
      le_u: 0x4d,
      ge_s: 0x4e,
      ge_u: 0x4f,
      add: 0x6a,
      sub: 0x6b,
      mul: 0x6c,
      div_u: 0x6e,
      and: 0x71,
      or: 0x72,
      xor: 0x73,
      shl: 0x74,
      shr_s: 0x75,
      shr_u: 0x76,
    },
    plain,
  ),
};

export const i64 = {
  const: (value: bigint): I64 => instruction('i64', [0x42, signed(BigInt.asIntN(64, value))]),
  extend_i32_u: (a: I32): I64 => instruction('i64', [0xad], a),
  ...binaryFamily(
    'i64',
    'i64',
    { add: 0x7c, sub: 0x7d, mul: 0x7e, and: 0x83, or: 0x84, xor: 0x85, shl: 0x86, shr_s: 0x87, shr_u: 0x88 },
    plain,
  ),
};

export const f64 = {
  const: (value: number): F64 => instruction('f64', [0x44, float64(value)]),
  convert_i64_s: (a: I64): F64 => instruction('f64', [0xb9], a),
  convert_i32_s: (a: I32): F64 => instruction('f64', [0xb7], a),
  ...binaryFamily('f64', 'f64', { add: 0xa0, sub: 0xa1, mul: 0xa2, div: 0xa3 }, plain),
};
