import type { Column } from '../../table/table.ts';
import { isMissingWord } from '../../table/typing/missingWords.ts';
import { parseNumberWord } from '../../table/typing/numberFormat.ts';
import { parseDate, type DateOrder } from '../../table/typing/parseDate.ts';
import type { Remarks } from './remarks.ts';

const PLAIN = { decimal: '.', thousands: '' } as const;
const ORDERS: readonly DateOrder[] = ['yearFirst', 'monthName', 'dayFirst', 'monthFirst'];

/** What a word says as a number, or as a date in milliseconds; NaN where it says none. */
export type ParseWord = (word: string) => number;

export const numberOfWord: ParseWord = (word) => parseNumberWord(word, PLAIN);

/** Dates in any order that leaves no doubt: 3/4/2024 may be in March or in April, so it is none. */
export const dateOfWord: ParseWord = (word) => {
  const readings = new Set(
    ORDERS.map((order) => parseDate(word, order)).filter((value) => !Number.isNaN(value)),
  );
  return readings.size === 1 ? [...readings][0] : NaN;
};

/**
 * A column's values as numbers, whatever it was read as; words that say none are missing, and remarked upon unless they
 * mean that (`n/a`).
 * @param firstRow the table's row that the column's first one is
 */
export function readNumbers(column: Column, parse: ParseWord, remarks: Remarks, firstRow = 0): Float64Array {
  if (column.type !== 'text') return column.values;
  const values = column.dictionary.map(parse);
  const strange = column.dictionary.map((word, code) => Number.isNaN(values[code]) && !isMissingWord(word));
  return Float64Array.from(column.codes, (code, row) => {
    if (code < 0) return NaN;
    if (strange[code]) remarks.unreadable(column.name, column.dictionary[code], firstRow + row);
    return values[code];
  });
}

/** A raw value as a number; what is none is missing. */
export function readNumber(name: string, value: unknown, parse: ParseWord, remarks: Remarks): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (value === null || value === undefined || value === '') return NaN;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  const word = typeof value === 'string' ? value : JSON.stringify(value);
  const number = parse(word);
  if (Number.isNaN(number) && !isMissingWord(word)) remarks.unreadable(name, word, 0);
  return number;
}
