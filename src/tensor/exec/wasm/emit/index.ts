export { atomics } from './atomic.ts';
export {
  call,
  choose,
  copyMemory,
  FunctionBuilder,
  type FunctionHandle,
  invoke,
  type Label,
  zeroFill,
} from './functionBuilder.ts';
export { type MemoryImport, ModuleBuilder } from './moduleBuilder.ts';
export { f64, i32, i64 } from './scalar.ts';
export { f32x4, f64x2, i16x8, i32x4, i64x2, i8x16, v128 } from './simd.ts';
export type { F32, F64, I32, I64, Local, Statement, V128, Value, ValueType } from './value.ts';
