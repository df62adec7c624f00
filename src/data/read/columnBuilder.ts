import type { PageStore } from '../table/paged/pageStore.ts';
import { codePages, numberPages, type PageWriter, type Pages } from '../table/paged/pages.ts';
import type { WordCount } from '../table/typing/missingWarnings.ts';
import { isBeyondFloat32 } from '../table/typing/numberWarnings.ts';
import { parseNumber } from '../table/typing/parseNumber.ts';
import { WordTable } from './wordTable.ts';

/** Gathers the cells of one column, as bytes, row after row. */
export type ColumnBuilder = NumberBuilder | WordBuilder | SkippedBuilder;

const MISSING = -1;

/** More distinct words than this among the numbers, and the column is read again as words. */
const MOST_WORDS = 64;

const LARGEST_EXACT = 9007199254740992;

/**
 * A column that began as numbers: the values go straight to typed arrays. Words among them are set aside; what they mean is
 * decided at the end, and where they are more than missing values the whole column is read again, as words.
 */
export class NumberBuilder {
  readonly kind = 'number';
  /** Its decimal mark, a byte. */
  readonly decimal: number;
  readonly #values: PageWriter<Float64Array>;
  /** What is no number, up to a few words. */
  #words: WordTable | undefined;
  readonly #counts: number[] = [];
  /** Whole numbers beyond 2^53, and values beyond float64. */
  #inexact = 0;
  #beyondFloat32 = 0;

  constructor(decimal: number, store: PageStore) {
    this.decimal = decimal;
    this.#values = numberPages(store);
  }

  /** Whether the cells have to be read again as words, because a number lost its spelling. */
  get overwhelmed(): boolean {
    return this.#inexact > 0 || (this.#words?.size ?? 0) > MOST_WORDS;
  }

  /** The words that stood among the numbers. */
  wordCounts(): WordCount[] {
    return (this.#words?.decode('windows-1252') ?? []).map((word, code) => ({
      word,
      count: this.#counts[code],
    }));
  }

  /** How many of its numbers are beyond float32. */
  get beyondFloat32(): number {
    return this.#beyondFloat32;
  }

  /** The number of a cell; NaN where it is empty or no number, which is then noted. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return NaN;
    const value = parseNumber(bytes, start, end, this.decimal);
    if (value - value !== 0) return this.#noteOther(bytes, start, end, value);
    if (value > LARGEST_EXACT || value < -LARGEST_EXACT) this.#inexact++;
    if (isBeyondFloat32(value)) this.#beyondFloat32++;
    return value;
  }

  /** Takes the numbers of some rows: every `step`-th of `values[start, end)`. */
  take(values: Float64Array, start: number, end: number, step: number): void {
    this.#values.pushEvery(values, start, end, step);
  }

  finish(): Pages<Float64Array> {
    return this.#values.finish();
  }

  #noteOther(bytes: Uint8Array, start: number, end: number, value: number): number {
    if (!Number.isNaN(value)) this.#inexact++;
    else if (!isBlank(bytes, start, end)) {
      this.#words ??= new WordTable();
      if (this.overwhelmed) return NaN;
      const code = this.#words.add(bytes, start, end);
      this.#counts[code] = (this.#counts[code] ?? 0) + 1;
    }
    return NaN;
  }
}

/** A column of words: each cell is the number of its word. */
export class WordBuilder {
  readonly kind = 'words';
  readonly words = new WordTable();
  readonly #codes: PageWriter<Int32Array>;

  constructor(store: PageStore) {
    this.#codes = codePages(store);
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const empty = start === end || isBlank(bytes, start, end);
    this.#codes.push(empty ? MISSING : this.words.add(bytes, start, end));
  }

  finish(): Int32Array {
    return this.#codes.finish().intoArray();
  }
}

/** A column that was read before, or that is nothing but the delimiter at the end of each line. */
export class SkippedBuilder {
  readonly kind = 'skipped';
  append(): void {}
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  return true;
}
