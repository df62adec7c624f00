import { type Code, unsigned } from './encode.ts';

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

/** An expression: code that leaves one value of a known type on the stack. */
export interface Value<Type extends ValueType = ValueType> {
  readonly type: Type;
  readonly code: Code;
}

export type I32 = Value<'i32'>;
export type I64 = Value<'i64'>;
export type F32 = Value<'f32'>;
export type F64 = Value<'f64'>;
export type V128 = Value<'v128'>;

/** Code that leaves nothing on the stack. */
export interface Statement {
  readonly effect: Code;
}

/** A local variable; as an expression it is its present value. */
export interface Local<Type extends ValueType = ValueType> extends Value<Type> {
  readonly index: number;
}

export const typeCode: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** The result of an instruction on operands, which come first. */
export function instruction<Type extends ValueType>(
  type: Type,
  opcode: Code,
  ...operands: Value[]
): Value<Type> {
  return { type, code: [...operands.map((operand) => operand.code), opcode] };
}

/** What loads and stores say of their address: alignment (log2 of bytes, a hint) and a constant added to it. */
export function memoryArgument(align: number, offset: number): Code {
  return [unsigned(align), unsigned(offset)];
}

type Unary<To extends ValueType, From extends ValueType> = (a: Value<From>) => Value<To>;
type Binary<To extends ValueType, From extends ValueType> = (a: Value<From>, b: Value<From>) => Value<To>;
type Table<Names extends string, Operation> = Readonly<Record<Names, Operation>>;

/** One function for each opcode of a family of instructions of the same type. */
function family<Names extends string, Operation>(
  opcodes: Readonly<Record<Names, number>>,
  make: (opcode: number) => Operation,
): Table<Names, Operation> {
  const entries = Object.entries<number>(opcodes).map(([key, opcode]) => [key, make(opcode)]);
  return Object.fromEntries(entries) as Table<Names, Operation>;
}

export function unaryFamily<To extends ValueType, From extends ValueType, Names extends string>(
  to: To,
  _from: From,
  opcodes: Readonly<Record<Names, number>>,
  encode: (opcode: number) => Code,
): Table<Names, Unary<To, From>> {
  return family(opcodes, (opcode) => (a: Value<From>) => instruction(to, encode(opcode), a));
}

export function binaryFamily<To extends ValueType, From extends ValueType, Names extends string>(
  to: To,
  _from: From,
  opcodes: Readonly<Record<Names, number>>,
  encode: (opcode: number) => Code,
): Table<Names, Binary<To, From>> {
  return family(
    opcodes,
    (opcode) => (a: Value<From>, b: Value<From>) => instruction(to, encode(opcode), a, b),
  );
}
