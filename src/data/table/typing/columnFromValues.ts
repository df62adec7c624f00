import { NeumannError } from '../../../errors.ts';
import { GrowableCodes, GrowableNumbers } from '../growable.ts';
import type { Warning } from '../table.ts';
import { columnFromWords, type TypedColumn } from './columnFromWords.ts';
import type { WordHints } from './decideWords.ts';
import { countBeyondFloat32, numberWarnings } from './numberWarnings.ts';

/** A cell longer than this is refused everywhere: no column of a table for training holds whole documents. */
export const LONGEST_CELL = 1 << 20;

type ValueType = 'number' | 'boolean' | 'string' | 'date';

/**
 * Builds a column from JavaScript values: numbers, bigints, booleans, strings, dates, null or undefined. The types of the
 * values hold: a string of digits stays text, save that strings are read as dates where all are such. In a column of several
 * types every value is read as the word that it would be in a CSV file.
 */
export class ValueColumnBuilder {
  readonly name: string;
  readonly #hints: WordHints;
  #values = new GrowableNumbers();
  #codes = new GrowableCodes();
  #words = new Map<string, number>();
  #types = new Set<ValueType>();
  /** What the entries of #values are: the first of the two types that came; the other then comes as words. */
  #numeric: 'number' | 'date' | undefined;
  #infinite = 0;

  constructor(name: string, hints: WordHints, rowsBefore = 0) {
    this.name = name;
    this.#hints = hints;
    this.padTo(rowsBefore);
  }

  get length(): number {
    return this.#codes.length;
  }

  /** Appends missing values up to `rows`. */
  padTo(rows: number): void {
    while (this.length < rows) this.#append(NaN, undefined);
  }

  /** @param place where the value stands, for the message: `line 7 of data.jsonl` */
  push(value: unknown, place: string): void {
    if (value === null || value === undefined) return this.#append(NaN, undefined);
    if (typeof value === 'number') return this.#pushNumber(value);
    if (typeof value === 'string') return this.#pushString(value, place);
    if (typeof value === 'bigint') return this.#pushBigint(value);
    if (typeof value === 'boolean') return this.#typed('boolean', NaN, String(value));
    if (value instanceof Date) return this.#pushDate(value);
    const kind = Array.isArray(value) || ArrayBuffer.isView(value) ? 'a list' : `a nested ${typeof value}`;
    throw new NeumannError(
      'nested-value',
      `Column '${this.name}' holds ${kind} in ${place}; a table has one number, word or date per cell, so flatten it into columns of its own.`,
    );
  }

  finish(): TypedColumn {
    const { forced } = this.#hints;
    const [only] = this.#types.size === 1 ? this.#types : [];
    const asNumber = this.#types.size === 0 || only === 'number';
    if (only === 'date' && (!forced || forced === 'date'))
      return { column: { name: this.name, type: 'date', values: this.#values.finish() }, warnings: [] };
    if (asNumber && (!forced || forced === 'number')) return this.#numbers();
    const strings = only === 'string' || only === 'boolean';
    return this.#fromWords(strings && !forced);
  }

  #numbers(): TypedColumn {
    const values = this.#values.finish();
    const warnings: Warning[] = numberWarnings(this.name, countBeyondFloat32(values));
    if (this.#infinite > 0) {
      const text = `Column '${this.name}' holds ${this.#infinite} infinite value(s): read as missing.`;
      warnings.unshift({ code: 'missing-words', column: this.name, text });
    }
    return { column: { name: this.name, type: 'number', values }, warnings };
  }

  #fromWords(keepStrings: boolean): TypedColumn {
    const codes = this.#codes.finish();
    const words = [...this.#words.keys()];
    // Numbers were not written out as words on the way: most columns never need that.
    const spell = this.#numeric === 'date' ? isoDate : String;
    const byNumber = new Map<number, number>();
    this.#values.finish().forEach((value, row) => {
      if (codes[row] >= 0 || Number.isNaN(value)) return;
      let code = byNumber.get(value);
      if (code === undefined) byNumber.set(value, (code = words.push(spell(value)) - 1));
      codes[row] = code;
    });
    const typed = columnFromWords(this.name, words, codes, this.#hints);
    if (!keepStrings || typed.column.type !== 'number' || words.length === 0) return typed;
    return columnFromWords(this.name, words, codes, { ...this.#hints, forced: 'text' });
  }

  #typed(type: ValueType, value: number, word: string | undefined): void {
    this.#types.add(type);
    this.#append(value, word);
  }

  #append(value: number, word: string | undefined): void {
    this.#values.push(value);
    if (word === undefined) return this.#codes.push(-1);
    let code = this.#words.get(word);
    if (code === undefined) this.#words.set(word, (code = this.#words.size));
    this.#codes.push(code);
  }

  #pushNumber(value: number): void {
    if (!Number.isFinite(value)) {
      if (!Number.isNaN(value)) this.#infinite++;
      this.#types.add('number');
      return this.#append(NaN, undefined);
    }
    this.#pushNumeric('number', value, String);
  }

  #pushDate(value: Date): void {
    const time = value.getTime();
    if (Number.isNaN(time)) return this.#append(NaN, undefined);
    this.#pushNumeric('date', time, isoDate);
  }

  #pushNumeric(type: 'number' | 'date', value: number, spell: (value: number) => string): void {
    this.#numeric ??= type;
    if (this.#numeric === type) this.#typed(type, value, undefined);
    else this.#typed(type, NaN, spell(value));
  }

  #pushString(value: string, place: string): void {
    if (value.length > LONGEST_CELL) throw longCell(this.name, place);
    if (value.trim() === '') return this.#append(NaN, undefined);
    this.#typed('string', NaN, value);
  }

  #pushBigint(value: bigint): void {
    const fits = value >= -9007199254740992n && value <= 9007199254740992n;
    if (fits) return this.#pushNumber(Number(value));
    this.#typed('string', NaN, String(value));
  }
}

function isoDate(time: number): string {
  return new Date(time).toISOString();
}

function longCell(column: string, place: string): NeumannError {
  return new NeumannError(
    'cell-too-long',
    `Column '${column}' holds a cell of more than 1 MiB in ${place}; shorten it, or leave the column out of the file.`,
  );
}
