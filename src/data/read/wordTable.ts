/**
 * The distinct words of a column as bytes, numbered in order of first appearance. Looking a cell up makes no string, so a
 * column of few words costs nothing per row; strings are made once per word, when the encoding is known.
 */
export class WordTable {
  #arena = new Uint8Array(256);
  /** Word `i` is arena[ends[i - 1], ends[i]). */
  #ends = new Uint32Array(16);
  #hashes = new Int32Array(16);
  #size = 0;
  /** Open addressing with linear probing; -1 is free. */
  #slots = new Int32Array(32).fill(-1);
  #nonAscii = false;

  get size(): number {
    return this.#size;
  }

  /** Whether any word holds a byte above 127, so that its encoding matters. */
  get nonAscii(): boolean {
    return this.#nonAscii;
  }

  /** The number of the word `bytes[start, end)`, new or known. */
  add(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    let union = 0;
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ bytes[at], 0x01000193);
      union |= bytes[at];
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let code = this.#slots[slot]; code >= 0; code = this.#slots[slot]) {
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    if (union >= 0x80) this.#nonAscii = true;
    this.#slots[slot] = this.#size;
    this.#append(bytes, start, end, hash);
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return this.#size - 1;
  }

  /** The bytes of word `code`; a view, valid until the next `add`. */
  word(code: number): Uint8Array {
    return this.#arena.subarray(this.#start(code), this.#ends[code]);
  }

  /** All words as strings; bytes that the encoding does not know become U+FFFD. */
  decode(encoding: string): string[] {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    if (this.#nonAscii || this.#size === 0)
      return Array.from({ length: this.#size }, (_, code) => decoder.decode(this.word(code)));
    // Plain ASCII: a byte is a character, so one long string is cut up, which is many times as fast.
    const all = decoder.decode(this.#arena.subarray(0, this.#ends[this.#size - 1]));
    return Array.from({ length: this.#size }, (_, code) => all.slice(this.#start(code), this.#ends[code]));
  }

  #start(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1];
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#start(code);
    if (this.#ends[code] - from !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.#arena[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number, hash: number): void {
    const from = this.#size === 0 ? 0 : this.#ends[this.#size - 1];
    const to = from + end - start;
    if (to > this.#arena.length) this.#arena = grown(this.#arena, new Uint8Array(2 * to));
    if (this.#size === this.#ends.length) {
      this.#ends = grown(this.#ends, new Uint32Array(2 * this.#size));
      this.#hashes = grown(this.#hashes, new Int32Array(2 * this.#size));
    }
    for (let i = start; i < end; i++) this.#arena[from + i - start] = bytes[i];
    this.#ends[this.#size] = to;
    this.#hashes[this.#size] = hash;
    this.#size++;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = this.#hashes[code] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
