/** The binary format's parts: LEB128 numbers, floats, names, vectors and sections (WebAssembly core specification, chapter 5). */

/** Nested so that putting pieces together copies nothing; flattened once at the end. */
export type Code = readonly (number | Code)[];

export function unsigned(value: number): number[] {
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
export function signed(value: number | bigint): number[] {
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

export function float32(value: number): number[] {
  return [...new Uint8Array(Float32Array.of(value).buffer)];
}

export function float64(value: number): number[] {
  return [...new Uint8Array(Float64Array.of(value).buffer)];
}

export function name(text: string): Code {
  const bytes = new TextEncoder().encode(text);
  return [unsigned(bytes.length), [...bytes]];
}

export function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

/** Contents with their length in bytes before them. */
export function sized(contents: Code): Code {
  return [unsigned(lengthOf(contents)), contents];
}

export function section(id: number, contents: Code): Code {
  return [id, sized(contents)];
}

export function toBytes(code: Code): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(code));
  writeInto(bytes, code, 0);
  return bytes;
}

function lengthOf(code: Code): number {
  let length = 0;
  for (const part of code) length += typeof part === 'number' ? 1 : lengthOf(part);
  return length;
}

function writeInto(bytes: Uint8Array, code: Code, start: number): number {
  let at = start;
  for (const part of code) {
    if (typeof part === 'number') bytes[at++] = part;
    else at = writeInto(bytes, part, at);
  }
  return at;
}
