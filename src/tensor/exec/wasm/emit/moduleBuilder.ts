import { type Code, name, section, toBytes, unsigned, vector } from './encode.ts';
import { FunctionBuilder, type FunctionHandle } from './functionBuilder.ts';
import { typeCode, type Value, type ValueType } from './value.ts';
import { VectorGlobals } from './vectorGlobals.ts';

const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const largestMemory = 65536;

/** How the imported memory is declared; a module that imports unshared memory refuses shared memory, and the reverse. */
export interface MemoryImport {
  readonly module: string;
  readonly name: string;
  readonly shared: boolean;
}

/** Writes one module that imports a memory and exports functions. */
export class ModuleBuilder {
  readonly #types: string[] = [];
  readonly #typeCodes: Code[] = [];
  readonly #functionTypes: number[] = [];
  readonly #bodies: Code[] = [];
  readonly #exports: Code[] = [];
  readonly #memory: MemoryImport;
  readonly #globals = new VectorGlobals();

  constructor(memory: MemoryImport) {
    this.#memory = memory;
  }

  /** Adds a function; `write` writes its body and gives its result. Functions are called after they are added. */
  function<Result extends ValueType>(
    parameters: readonly ValueType[],
    result: Result | undefined,
    write: (builder: FunctionBuilder) => Value<Result> | void,
  ): FunctionHandle<Result> {
    const builder = new FunctionBuilder(parameters, (constant) => this.#globals.code(constant));
    const value = write(builder);
    this.#functionTypes.push(this.#typeIndex(parameters, result));
    this.#bodies.push(builder.finish(value ?? undefined));
    return { index: this.#bodies.length - 1, parameters, result };
  }

  export(as: string, target: FunctionHandle): void {
    this.#exports.push([name(as), 0x00, unsigned(target.index)]);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return toBytes([
      magicAndVersion,
      section(1, vector(this.#typeCodes)),
      section(2, vector([this.#memoryImport()])),
      section(3, vector(this.#functionTypes.map(unsigned))),
      section(6, this.#globals.section()),
      section(7, vector(this.#exports)),
      section(10, vector(this.#bodies)),
    ]);
  }

  #memoryImport(): Code {
    const limits = this.#memory.shared ? [0x03, unsigned(0), unsigned(largestMemory)] : [0x00, unsigned(0)];
    return [name(this.#memory.module), name(this.#memory.name), 0x02, limits];
  }

  #typeIndex(parameters: readonly ValueType[], result: ValueType | undefined): number {
    const key = `${parameters.join(',')}->${result ?? ''}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const results = result === undefined ? [] : [[typeCode[result]]];
    this.#typeCodes.push([0x60, vector(parameters.map((type) => [typeCode[type]])), vector(results)]);
    return this.#types.push(key) - 1;
  }
}
