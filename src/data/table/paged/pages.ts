import { drop, type Page, type PageStore } from './pageStore.ts';
import { release } from './release.ts';

/** Rows of a page: an eighth of a megabyte of numbers, as every column has one open while a table is read. */
export const PAGE_ROWS = 1 << 14;

interface NumberArray {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: NumberArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The values of a column in pages of `PAGE_ROWS` rows, the last one shorter. */
export class Pages<Values extends Float64Array | Int32Array> {
  readonly length: number;
  readonly #store: PageStore;
  readonly #pages: readonly Page[];
  readonly #make: (length: number) => Values;

  constructor(store: PageStore, pages: readonly Page[], length: number, make: (length: number) => Values) {
    this.#store = store;
    this.#pages = pages;
    this.length = length;
    this.#make = make;
  }

  /** Rows start to end - 1, into `space` where it is given and long enough. `start` is the first row of a page. */
  slice(start: number, end: number, space?: Values): Values {
    const values = (
      space && space.length >= end - start ? space.subarray(0, end - start) : this.#make(end - start)
    ) as Values;
    for (let from = start; from < end; from += PAGE_ROWS) {
      const window = values.subarray(from - start, Math.min(from + PAGE_ROWS, end) - start);
      this.#store.read(this.#pages[from / PAGE_ROWS], bytesOf(window));
    }
    return values;
  }

  /** All rows as an array of their own. The pages are given up: nothing may be read from them again. */
  intoArray(): Values {
    const values = this.slice(0, this.length);
    this.#pages.forEach(drop);
    return values;
  }

  /** All rows, held for a while. */
  whole(): Values {
    return this.#store.hold(this, () => this.slice(0, this.length));
  }

  letGo(): void {
    this.#store.letGo();
  }
}

/** Gathers values row by row into pages. */
export class PageWriter<Values extends Float64Array | Int32Array> {
  readonly #store: PageStore;
  readonly #make: (length: number) => Values;
  readonly #pages: Page[] = [];
  #page: Values;
  #used = 0;

  constructor(store: PageStore, make: (length: number) => Values) {
    this.#store = store;
    this.#make = make;
    this.#page = make(128);
  }

  push(value: number): void {
    if (this.#used === this.#page.length) this.#makeRoom();
    this.#page[this.#used++] = value;
  }

  /** Every `step`-th of `values[start, end)`. */
  pushEvery(values: Values, start: number, end: number, step: number): void {
    for (let at = start; at < end; at += step) {
      if (this.#used === this.#page.length) this.#makeRoom();
      this.#page[this.#used++] = values[at];
    }
  }

  finish(): Pages<Values> {
    const length = this.#pages.length * PAGE_ROWS + this.#used;
    if (this.#used > 0) this.#keep();
    release(this.#page);
    return new Pages(this.#store, this.#pages, length, this.#make);
  }

  /** A first page grows as it fills, for most tables are small. */
  #makeRoom(): void {
    if (this.#used === PAGE_ROWS) return this.#keep();
    const larger = this.#make(this.#used * 2);
    larger.set(this.#page);
    release(this.#page);
    this.#page = larger;
  }

  #keep(): void {
    this.#pages.push(this.#store.keep(bytesOf(this.#page.subarray(0, this.#used))));
    this.#used = 0;
  }
}

export const numberPages = (store: PageStore): PageWriter<Float64Array> =>
  new PageWriter(store, (length) => new Float64Array(length));

export const codePages = (store: PageStore): PageWriter<Int32Array> =>
  new PageWriter(store, (length) => new Int32Array(length));
