import type { Warning } from '../table.ts';

/** How often a word occurs in a column. */
export interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** Says which words among numbers or dates were taken as missing because that is what they mean. */
export function missingWordsWarning(
  column: string,
  kind: 'numbers' | 'dates',
  words: readonly WordCount[],
): Warning[] {
  if (words.length === 0) return [];
  const text = `Column '${column}' holds ${listWords(words)} among its ${kind}: read as missing.`;
  return [{ code: 'missing-words', column, text }];
}

/** Says which words among numbers or dates were taken as missing although they may mean something. */
export function strayWordsWarning(
  column: string,
  kind: 'numbers' | 'dates',
  words: readonly WordCount[],
  firstRow: number,
): Warning[] {
  if (words.length === 0) return [];
  const text = `Column '${column}' holds ${listWords(words)} among its ${kind}, first in row ${firstRow}: read as missing; correct them, or pass --type ${column}=category.`;
  return [{ code: 'stray-words', column, text }];
}

export function listWords(words: readonly WordCount[]): string {
  const named = words
    .slice(0, 5)
    .map(({ word, count }) => `'${word.slice(0, 40)}' (${count === 1 ? '1 row' : `${count} rows`})`);
  if (words.length > 5) named.push(`${words.length - 5} more`);
  return named.join(', ');
}
