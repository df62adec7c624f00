import { ByteWriter, type Code, sized, unsigned, vector, type VectorConstant } from './encode.ts';
import { i32 } from './scalar.ts';
import {
  type I32,
  instruction,
  type Local,
  type Statement,
  typeCode,
  type Value,
  type ValueType,
} from './value.ts';

/** Where a branch may go: the end of a block or the beginning of a loop. */
export interface Label {
  readonly depth: number;
}

/** A function that can be called. */
export interface FunctionHandle<Result extends ValueType = ValueType> {
  readonly index: number;
  readonly parameters: readonly ValueType[];
  readonly result?: Result;
}

const blockWithoutResult = 0x40;

/** Writes one function, statement after statement. */
export class FunctionBuilder {
  readonly #parameterTypes: readonly ValueType[];
  readonly #localTypes: ValueType[] = [];
  readonly #code: ByteWriter;
  #depth = 0;

  /** `ofConstant`: how a constant vector is written here. */
  constructor(parameterTypes: readonly ValueType[], ofConstant?: (constant: VectorConstant) => Code) {
    this.#parameterTypes = parameterTypes;
    this.#code = new ByteWriter(ofConstant);
  }

  parameter<Type extends ValueType>(index: number, type: Type): Local<Type> {
    if (this.#parameterTypes[index] !== type) throw new TypeError(`parameter ${index} is no ${type}`);
    return localAt(type, index);
  }

  /** A new local variable, zero until set. */
  local<Type extends ValueType>(type: Type): Local<Type> {
    this.#localTypes.push(type);
    return localAt(type, this.#parameterTypes.length + this.#localTypes.length - 1);
  }

  /** A new local variable holding a value, so that it is computed once. */
  let<Type extends ValueType>(value: Value<Type>): Local<Type> {
    const local = this.local(value.type);
    this.set(local, value);
    return local;
  }

  set<Type extends ValueType>(local: Local<Type>, value: Value<Type>): void {
    this.#code.write([value.code, 0x21, unsigned(local.index)]);
  }

  /** Adds to an integer variable. */
  advance(local: Local<'i32'>, by: number | I32): void {
    if (by !== 0) this.set(local, i32.add(local, typeof by === 'number' ? i32.const(by) : by));
  }

  do(statement: Statement): void {
    this.#code.write(statement.effect);
  }

  /** Computes a value for what computing it does. */
  drop(value: Value): void {
    this.#code.write([value.code, 0x1a]);
  }

  return(value: Value): void {
    this.#code.write([value.code, 0x0f]);
  }

  block(body: (end: Label) => void): void {
    this.#nested([0x02, blockWithoutResult], body);
  }

  loop(body: (again: Label) => void): void {
    this.#nested([0x03, blockWithoutResult], body);
  }

  if(condition: I32, body: () => void): void {
    this.#nested([condition.code, 0x04, blockWithoutResult], body);
  }

  branch(label: Label): void {
    this.#code.write([0x0c, unsigned(this.#depth - label.depth)]);
  }

  branchIf(label: Label, condition: I32): void {
    this.#code.write([condition.code, 0x0d, unsigned(this.#depth - label.depth)]);
  }

  /** Runs the body with the variable at `from`, `from + step`, ... below `end`; at least one round, both ends constant. */
  count(variable: Local<'i32'>, from: number, end: number, step: number, body: () => void): void {
    this.set(variable, i32.const(from));
    this.loop((again) => {
      body();
      this.advance(variable, step);
      this.branchIf(again, i32.lt_u(variable, i32.const(end)));
    });
  }

  /** The function's body as it stands in the code section; `result` is left on the stack at the end. */
  finish(result?: Value): Code {
    const locals = runsOf(this.#localTypes).map(({ type, count }) => [unsigned(count), typeCode[type]]);
    if (result) this.#code.write(result.code);
    return sized([vector(locals), this.#code.bytes(), 0x0b]);
  }

  #nested(opening: Code, body: (label: Label) => void): void {
    this.#code.write(opening);
    this.#depth++;
    body({ depth: this.#depth });
    this.#depth--;
    this.#code.write([0x0b]);
  }
}

function localAt<Type extends ValueType>(type: Type, index: number): Local<Type> {
  return { type, index, code: [0x20, unsigned(index)] };
}

/** A call whose value is used. */
export function call<Result extends ValueType>(
  target: FunctionHandle<Result>,
  ...operands: Value[]
): Value<Result> {
  if (target.result === undefined) throw new TypeError('the function gives no value');
  return instruction(target.result, [0x10, unsigned(target.index)], ...operands);
}

/** A call for its effect. */
export function invoke(target: FunctionHandle, ...operands: Value[]): Statement {
  return { effect: [operands.map((operand) => operand.code), 0x10, unsigned(target.index)] };
}

/** Chooses by a condition; both values are computed. */
export function choose<Type extends 'i32' | 'i64' | 'f32' | 'f64'>(
  condition: I32,
  yes: Value<Type>,
  no: Value<Type>,
): Value<Type> {
  return instruction(yes.type, [0x1b], yes, no, condition);
}

/** Fills bytes of memory with zeros. */
export function zeroFill(address: I32, bytes: I32): Statement {
  return { effect: [address.code, [0x41, 0], bytes.code, [0xfc, 0x0b, 0x00]] };
}

/** Copies bytes of memory; the ranges may overlap. */
export function copyMemory(to: I32, from: I32, bytes: I32): Statement {
  return { effect: [to.code, from.code, bytes.code, [0xfc, 0x0a, 0x00, 0x00]] };
}

function runsOf(types: readonly ValueType[]): { type: ValueType; count: number }[] {
  const runs: { type: ValueType; count: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  return runs;
}
