import type { Column, DateColumn, NumberColumn, TextColumn, Warning } from '../table.ts';
import { decideWords, type WordDecision, type WordHints } from './decideWords.ts';
import { listWords, missingWordsWarning, strayWordsWarning } from './missingWarnings.ts';
import { isLongInteger } from './numberFormat.ts';
import { countBeyondFloat32, numberWarnings } from './numberWarnings.ts';

export interface TypedColumn {
  readonly column: Column;
  readonly warnings: readonly Warning[];
  /** How its dates were written, where that had to be found. */
  readonly dateOrder?: 'dayFirst' | 'monthFirst';
}

/**
 * A column from its words: `codes[row]` is an index into `words`, -1 where the cell is empty. Numbers and dates where the
 * words are such (see `decideWords`), else text as written; what a person should know about it comes as warnings.
 */
export function columnFromWords(
  name: string,
  words: readonly string[],
  codes: Int32Array,
  hints: WordHints,
): TypedColumn {
  const present = hints.missingWords?.length
    ? withoutWords(words, codes, hints.missingWords)
    : { words, codes };
  const counts = countCodes(present.codes, present.words.length);
  const decision: WordDecision =
    present.words.length === 0 && !hints.forced
      ? { type: 'number', values: new Float64Array(0), format: { decimal: '.', thousands: '' }, strays: [] }
      : decideWords(present.words, counts, hints);
  if (decision.type === 'text') return textColumn(name, present.words, present.codes, counts, decision.doubt);
  const values = Float64Array.from(present.codes, (code) => (code < 0 ? NaN : decision.values[code]));
  const column = { name, type: decision.type, values } as NumberColumn | DateColumn;
  const warnings = missingWarnings(name, decision, present.words, present.codes, counts);
  if (decision.type === 'number')
    warnings.push(...numberWarnings(name, countBeyondFloat32(values), longIntegers(present.words, counts)));
  const order = decision.type === 'date' ? decision.order : undefined;
  return { column, warnings, ...((order === 'dayFirst' || order === 'monthFirst') && { dateOrder: order }) };
}

function withoutWords(
  words: readonly string[],
  codes: Int32Array,
  missingWords: readonly string[],
): { words: readonly string[]; codes: Int32Array } {
  const kept: string[] = [];
  const recoded = words.map((word) => (missingWords.includes(word) ? -1 : kept.push(word) - 1));
  return { words: kept, codes: codes.map((code) => (code < 0 ? -1 : recoded[code])) };
}

function countCodes(codes: Int32Array, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return counts;
}

function longIntegers(words: readonly string[], counts: Int32Array): number {
  return words.reduce((sum, word, i) => (isLongInteger(word) ? sum + counts[i] : sum), 0);
}

/** Words that a table often writes for a missing value; in text they are kept, but said. */
const SUSPECT = /^(?:na|n\/a|#n\/a|<na>|nan|null|\?)$/i;

const DOUBTS = {
  thousands:
    'its commas or points may part thousands or decimals; say which with --decimal, or --type NAME=number',
  dates: 'its dates may be day first or month first; write them as 2024-12-31 to have them used as dates',
  longIntegers: 'its whole numbers are beyond 2^53 and would lose their last digits as numbers',
};

function textColumn(
  name: string,
  dictionary: readonly string[],
  codes: Int32Array,
  counts: Int32Array,
  doubt: keyof typeof DOUBTS | undefined,
): TypedColumn {
  const column: TextColumn = { name, type: 'text', codes, dictionary };
  const warnings: Warning[] = [];
  if (doubt) {
    const reason = DOUBTS[doubt].replace('NAME', name);
    warnings.push({
      code: 'kept-as-text',
      column: name,
      text: `Column '${name}' is kept as text: ${reason}.`,
    });
  }
  const suspects = dictionary.flatMap((word, i) =>
    SUSPECT.test(word.trim()) ? [{ word, count: counts[i] }] : [],
  );
  if (suspects.length > 0) {
    const text = `Column '${name}' is text and holds ${listWords(suspects)}, kept as a value of its own; leave those cells empty if they mean a missing value.`;
    warnings.push({ code: 'missing-word-in-text', column: name, text });
  }
  return { column, warnings };
}

function missingWarnings(
  name: string,
  decision: Exclude<WordDecision, { type: 'text' }>,
  words: readonly string[],
  codes: Int32Array,
  counts: Int32Array,
): Warning[] {
  const kind = decision.type === 'number' ? 'numbers' : 'dates';
  const strays = new Set(decision.strays);
  const all = words.map((word, i) => ({
    word,
    count: counts[i],
    missing: Number.isNaN(decision.values[i]),
    stray: strays.has(i),
  }));
  const firstRow = codes.findIndex((code) => strays.has(code)) + 1;
  return [
    ...missingWordsWarning(
      name,
      kind,
      all.filter(({ missing, stray }) => missing && !stray),
    ),
    ...strayWordsWarning(
      name,
      kind,
      all.filter(({ stray }) => stray),
      firstRow,
    ),
  ];
}
