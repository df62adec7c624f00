import { type Code, constantInstruction, unsigned, vector, type VectorConstant } from './encode.ts';
import { typeCode } from './value.ts';

const immutable = 0;

/**
 * The constant vectors of a module, as globals. V8 puts a `v128.const` together from general registers wherever it stands, in four or
 * five instructions; a global is one load. Zeros, which cost nothing, stay as they are.
 */
export class VectorGlobals {
  readonly #indices = new Map<string, number>();
  readonly #definitions: Code[] = [];

  /** What gives the constant. */
  code(constant: VectorConstant): Code {
    if (constant.bytes.every((byte) => byte === 0)) return constantInstruction(constant);
    return [0x23, unsigned(this.#index(constant))];
  }

  /** The contents of the section of globals. */
  section(): Code {
    return vector(this.#definitions);
  }

  #index(constant: VectorConstant): number {
    const key = constant.bytes.join(' ');
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#definitions.push([typeCode.v128, immutable, constantInstruction(constant), 0x0b]);
    this.#indices.set(key, this.#indices.size);
    return this.#indices.size - 1;
  }
}
