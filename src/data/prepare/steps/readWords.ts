import type { Column } from '../../table/table.ts';
import { numberOfWord } from './readNumbers.ts';

/** A column as words: `codes[row]` is an index into `words`, -1 where missing. */
export interface Words {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** A column's values as words, whatever it was read as: numbers as JavaScript writes them, dates as ISO writes them. */
export function readWords(column: Column): Words {
  if (column.type === 'text') return { codes: column.codes, words: column.dictionary };
  const numbers = new Map<number, number>();
  const { values } = column;
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    let code = numbers.get(value);
    if (code === undefined) numbers.set(value, (code = numbers.size));
    codes[row] = code;
  }
  const write = column.type === 'date' ? (value: number) => new Date(value).toISOString() : String;
  return { codes, words: [...numbers.keys()].map(write) };
}

/** A raw value as a word; null where it is missing. */
export function readWord(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint);
}

/** The word as JavaScript writes its number, so that 12, 12.0 and 1.2e1 are one category; as it is where it is none. */
export function asNumberWord(word: string): string {
  const number = numberOfWord(word);
  return Number.isNaN(number) ? word : String(number);
}
