/** The binary format's parts: LEB128 numbers, floats, names, vectors and sections (WebAssembly core specification, chapter 5). */

/** Bytes, in pieces: nested so that putting pieces together copies nothing. */
export type Code = readonly (number | Code)[] | Uint8Array | VectorConstant;

/** A constant vector: where it is written decides whether as an instruction with its sixteen bytes, or as a global of the module. */
export class VectorConstant {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Bytes being written one after another. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #ofConstant: (constant: VectorConstant) => Code;

  constructor(ofConstant: (constant: VectorConstant) => Code = constantInstruction) {
    this.#ofConstant = ofConstant;
  }

  write(code: Code): void {
    if (code instanceof Uint8Array) return this.#copy(code);
    if (code instanceof VectorConstant) return this.write(this.#ofConstant(code));
    for (const part of code) {
      if (typeof part === 'number') this.#byte(part);
      else this.write(part);
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #byte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(this.#length + 1);
    this.#bytes[this.#length++] = byte;
  }

  #copy(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(this.#length + bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #grow(atLeast: number): void {
    const larger = new Uint8Array(Math.max(atLeast, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** `v128.const`. */
export function constantInstruction({ bytes }: VectorConstant): Code {
  return [0xfd, 12, bytes];
}

export function toBytes(code: Code): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.write(code);
  return writer.bytes();
}

/** Unsigned LEB128. */
export function unsigned(value: number): Code {
  if (value < 0x80) return [value];
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}

/** Signed LEB128 of a 32-bit or 64-bit integer. */
export function signed(value: number | bigint): Code {
  if (typeof value === 'number' && value >= -64 && value < 64) return [value & 0x7f];
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const done = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const scratch = new DataView(new ArrayBuffer(8));

export function float32(value: number): Code {
  scratch.setFloat32(0, value, true);
  return firstBytes(4);
}

export function float64(value: number): Code {
  scratch.setFloat64(0, value, true);
  return firstBytes(8);
}

export function integer32(value: number): Code {
  scratch.setInt32(0, value, true);
  return firstBytes(4);
}

export function integer64(value: bigint): Code {
  scratch.setBigInt64(0, value, true);
  return firstBytes(8);
}

function firstBytes(count: number): Code {
  return Array.from({ length: count }, (_, at) => scratch.getUint8(at));
}

export function name(text: string): Code {
  return sized(new TextEncoder().encode(text));
}

export function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

/** Contents with their length in bytes before them. */
export function sized(contents: Code): Code {
  const bytes = contents instanceof Uint8Array ? contents : toBytes(contents);
  return [unsigned(bytes.length), bytes];
}

export function section(id: number, contents: Code): Code {
  return [id, sized(contents)];
}
