import { isMissingWord } from './missingWords.ts';
import {
  isLongInteger,
  numberFormats,
  parseNumberWord,
  readGroups,
  type NumberFormat,
} from './numberFormat.ts';
import { parseDate, type DateOrder } from './parseDate.ts';

/** What the distinct words of a column are, with each word's value (NaN: missing) where they are numbers or dates. */
export type WordDecision =
  | {
      readonly type: 'number';
      readonly values: Float64Array;
      readonly format: NumberFormat;
      readonly strays: readonly number[];
    }
  | {
      readonly type: 'date';
      readonly values: Float64Array;
      readonly order: DateOrder;
      readonly strays: readonly number[];
    }
  | { readonly type: 'text'; readonly doubt?: 'thousands' | 'dates' | 'longIntegers' };

export interface WordHints {
  /** The decimal mark of the rest of the table. */
  readonly decimal: '.' | ',';
  /** Whether the mark was given or seen elsewhere, so that the other one can only part thousands. */
  readonly decimalKnown: boolean;
  /** How 03/04/2024 is meant where a column does not show it. */
  readonly dateOrder?: 'dayFirst' | 'monthFirst';
  /** Words that are missing in every column, text included. */
  readonly missingWords?: readonly string[];
  /** The type that the column must have, whatever does not fit it being missing. */
  readonly forced?: 'number' | 'date' | 'text';
}

/** One reading of the words: their values, and which words do not fit it. */
interface Fit {
  readonly values: Float64Array;
  readonly strays: readonly number[];
  /** Cells, not words. */
  readonly fitting: number;
  readonly strayCells: number;
}

const MOST_STRAY_WORDS = 10;
/** A column of numbers may hold one stray word in this many cells; above that it is text. */
const CELLS_PER_STRAY = 20;

/**
 * Decides what a column is from its distinct words and how often each occurs: numbers where all words but missing ones
 * ('n/a', '?', ...) and a few strays are numbers in one format, else dates likewise, else text. Pure, so that the first
 * 64 KiB and the whole column are judged alike.
 */
export function decideWords(
  words: readonly string[],
  counts: ArrayLike<number>,
  hints: WordHints,
): WordDecision {
  if (hints.forced === 'text') return { type: 'text' };
  const missing = words.map((word) => isMissingWord(word));
  const fitWith = (parse: (word: string) => number): Fit | undefined =>
    fitWords(words, counts, missing, parse, hints.forced !== undefined);
  if (hints.forced !== 'date') {
    const number = decideNumber(words, hints, missing, fitWith);
    if (number) return number;
  }
  return decideDate(hints, fitWith) ?? { type: 'text' };
}

type Fitter = (parse: (word: string) => number) => Fit | undefined;

function decideNumber(
  words: readonly string[],
  hints: WordHints,
  missing: readonly boolean[],
  fitWith: Fitter,
): WordDecision | undefined {
  const fits = numberFormats(hints.decimal).flatMap((format) => {
    const fit = fitWith((word) => parseNumberWord(word, format));
    return fit && (hints.forced || isGood(fit, missing)) ? [{ format, fit }] : [];
  });
  if (fits.length === 0) return undefined;
  let best = fits.reduce((a, b) => (b.fit.strayCells < a.fit.strayCells ? b : a));
  const swapped = best.format.thousands === '' && best.format.decimal !== hints.decimal;
  if (swapped) {
    const grouped = fits.find(
      ({ format, fit }) => isGrouped(format, hints) && fit.strayCells === best.fit.strayCells,
    );
    const groups = grouped ? readGroups(words.filter((_, i) => !missing[i])) : 'decimals';
    if (grouped && (groups === 'thousands' || (groups === 'unclear' && hints.decimalKnown))) best = grouped;
    else if (groups === 'unclear' && !hints.forced) return { type: 'text', doubt: 'thousands' };
  }
  if (!hints.forced && mostlyLongIntegers(words, missing)) return { type: 'text', doubt: 'longIntegers' };
  return { type: 'number', values: best.fit.values, format: best.format, strays: best.fit.strays };
}

function isGrouped(format: NumberFormat, hints: WordHints): boolean {
  return format.decimal === hints.decimal && (format.thousands === ',' || format.thousands === '.');
}

/** One overlong measurement among many is a number; where a tenth of the words are, they are names made of digits. */
function mostlyLongIntegers(words: readonly string[], missing: readonly boolean[]): boolean {
  const present = words.filter((_, i) => !missing[i]);
  if (!present.every((word) => /^\s*[+-]?\d+\s*$/.test(word))) return false;
  const long = present.filter(isLongInteger).length;
  return long > 0 && long * 10 >= present.length;
}

function decideDate(hints: WordHints, fitWith: Fitter): WordDecision | undefined {
  const orders: readonly DateOrder[] = ['yearFirst', 'dayFirst', 'monthFirst', 'monthName'];
  const fits = orders.flatMap((order) => {
    const fit = fitWith((word) => parseDate(word, order));
    return fit && fit.fitting > 0 ? [{ order, fit }] : [];
  });
  if (fits.length === 0) return undefined;
  const least = Math.min(...fits.map(({ fit }) => fit.strayCells));
  const best = fits.filter(({ fit }) => fit.strayCells === least);
  const chosen = best.length === 1 ? best[0] : best.find(({ order }) => order === hints.dateOrder);
  if (chosen)
    return { type: 'date', values: chosen.fit.values, order: chosen.order, strays: chosen.fit.strays };
  return { type: 'text', doubt: 'dates' };
}

/** Undefined where too much does not fit; a forced type takes whatever fits. */
function fitWords(
  words: readonly string[],
  counts: ArrayLike<number>,
  missing: readonly boolean[],
  parse: (word: string) => number,
  forced: boolean,
): Fit | undefined {
  const values = new Float64Array(words.length).fill(NaN);
  const strays: number[] = [];
  let fitting = 0;
  let strayCells = 0;
  for (let i = 0; i < words.length; i++) {
    if (missing[i]) continue;
    const value = parse(words[i]);
    if (Number.isNaN(value)) {
      strays.push(i);
      strayCells += counts[i];
      if (!forced && strays.length > MOST_STRAY_WORDS) return undefined;
    } else {
      values[i] = Number.isFinite(value) ? value : NaN;
      fitting += counts[i];
    }
  }
  const tolerable = forced || strayCells * CELLS_PER_STRAY <= fitting;
  return tolerable ? { values, strays, fitting, strayCells } : undefined;
}

/** Numbers at all, or nothing but missing words: a column of 'NA' is an empty one. */
function isGood(fit: Fit, missing: readonly boolean[]): boolean {
  return fit.fitting > 0 || (missing.length > 0 && missing.every(Boolean));
}
