import { release } from './release.ts';

/** Where pages go that are too many for memory: a file of the moment, on Node. */
export interface Scratch {
  /** Appends bytes and says where they begin. */
  write(bytes: Uint8Array): number;
  /** Fills `into` with the bytes from there on. */
  read(offset: number, into: Uint8Array): void;
}

/** A page: its bytes, or where they begin in the scratch file. */
export interface Page {
  bytes: Uint8Array | undefined;
  offset: number;
}

/** What the pages of a table may take in memory; a table of more is small beside its matrix nowhere but on disk. */
const IN_MEMORY = 1 << 24;

/** Columns that are held whole at a time: a column and its target. */
const HELD = 2;

type Numbers = Float64Array | Int32Array;

/** Keeps the pages of one table: in memory, or, of a table that is too large for it, all of them in a scratch file, where there can be one. */
export class PageStore {
  readonly #openScratch: (() => Scratch) | undefined;
  readonly #inMemory: number;
  readonly #held = new Map<object, Numbers>();
  #last: { readonly key: object; readonly values: Numbers } | undefined;
  #scratch: Scratch | undefined;
  /** Those in memory, while there is no scratch file. */
  #pages: Page[] = [];
  #kept = 0;

  constructor(openScratch?: () => Scratch, inMemory = IN_MEMORY) {
    this.#openScratch = openScratch;
    this.#inMemory = inMemory;
  }

  /** Whether pages lie in the scratch file, so that columns are better read page by page. */
  get spilled(): boolean {
    return this.#scratch !== undefined;
  }

  /** Keeps the bytes of a page; they may be written over afterwards. */
  keep(bytes: Uint8Array): Page {
    const open = this.#openScratch;
    if (open && this.#kept + bytes.length > this.#inMemory) this.#spill(open);
    this.#kept += bytes.length;
    if (this.#scratch) return { bytes: undefined, offset: this.#scratch.write(bytes) };
    const page = { bytes: bytes.slice(), offset: 0 };
    if (open) this.#pages.push(page);
    return page;
  }

  #spill(open: () => Scratch): void {
    this.#scratch ??= open();
    for (const page of this.#pages) {
      if (page.bytes) page.offset = this.#scratch.write(page.bytes);
      drop(page);
    }
    this.#pages = [];
  }

  read({ bytes, offset }: Page, into: Uint8Array): void {
    if (bytes) into.set(bytes);
    else this.#scratch!.read(offset, into);
  }

  /** A column held whole, made if need be; only the last few asked for are held, as there is no room for all. */
  hold<Values extends Numbers>(key: object, make: () => Values): Values {
    if (this.#last?.key === key) return this.#last.values as Values;
    const values = (this.#held.get(key) as Values | undefined) ?? make();
    this.#last = { key, values };
    this.#held.delete(key);
    this.#held.set(key, values);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= HELD) break;
      this.#held.delete(oldest);
    }
    return values;
  }

  /** Holds no column whole any more. */
  letGo(): void {
    this.#held.clear();
    this.#last = undefined;
  }
}

/** Gives the memory of a page back; it is not read again from there. */
export function drop(page: Page): void {
  if (page.bytes) release(page.bytes);
  page.bytes = undefined;
}
