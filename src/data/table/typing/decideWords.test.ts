import { describe, expect, test } from 'vitest';
import { decideWords, type WordHints } from './decideWords.ts';

const HINTS: WordHints = { decimal: '.', decimalKnown: false };

function decide(words: string[], hints: Partial<WordHints> = {}, counts?: number[]) {
  return decideWords(words, counts ?? words.map(() => 1), { ...HINTS, ...hints });
}
function values(words: string[], hints: Partial<WordHints> = {}): number[] | string {
  const decision = decide(words, hints);
  return decision.type === 'text' ? `text ${decision.doubt ?? ''}`.trim() : [...decision.values];
}

describe('numbers', () => {
  test('missing words become NaN and are no strays', () => {
    const decision = decide(['1', 'n/a', '?', '2.5', 'NA', 'inf', '-']);
    expect(decision).toMatchObject({ type: 'number', strays: [] });
    expect(values(['1', 'n/a', '?', '2.5', 'NA', 'inf', '-'])).toEqual([1, NaN, NaN, 2.5, NaN, NaN, NaN]);
  });
  test('one stray word in twenty numbers is missing, one in ten makes text', () => {
    expect(decide(['1', 'oops'], {}, [20, 1])).toMatchObject({ type: 'number', strays: [1] });
    expect(decide(['1', 'oops'], {}, [10, 1])).toMatchObject({ type: 'text' });
  });
  test('decimal commas are found whatever the rest of the table uses', () => {
    expect(values(['1,5', '2,25', '3'])).toEqual([1.5, 2.25, 3]);
    expect(values(['1.5', '2.25'], { decimal: ',', decimalKnown: true })).toEqual([1.5, 2.25]);
  });
  test('thousands only where nothing else is meant', () => {
    expect(values(['1,234,567', '12'])).toEqual([1234567, 12]);
    expect(values(['1,234.5', '12'])).toEqual([1234.5, 12]);
    expect(values(['1.234,5', '12'])).toEqual([1234.5, 12]);
    expect(values(['1 234,5', '12 000'])).toEqual([1234.5, 12000]);
    expect(values(["1'234.5", '12'])).toEqual([1234.5, 12]);
    expect(values(['12,500', '1,234', '987'])).toEqual([12500, 1234, 987]);
    expect(values(['0,123', '1,234'])).toEqual([0.123, 1.234]);
    expect(values(['1,234', '5,678'])).toBe('text thousands');
    expect(values(['1,234', '5,678'], { decimalKnown: true })).toEqual([1234, 5678]);
    expect(values(['1.234', '5.678'])).toEqual([1.234, 5.678]);
  });
  test('names made of digits stay text, one overlong measurement does not', () => {
    expect(values(['12345678901234567890', '12345678901234567891'])).toBe('text longIntegers');
    expect(values(['12345678901234567890', '1.5'])).toEqual([12345678901234567000, 1.5]);
  });
  test('the Unicode minus and no-break spaces are read', () => {
    expect(values(['\u22121.5', '2\u00a0000.25'])).toEqual([-1.5, 2000.25]);
  });
  test('a column of nothing but missing words is an empty column of numbers', () => {
    expect(values(['NA', 'n/a'])).toEqual([NaN, NaN]);
  });
});

describe('dates', () => {
  const day = (text: string): number => Date.parse(text);
  test('the order is found over the column', () => {
    expect(values(['03/04/2024', '25/04/2024'])).toEqual([day('2024-04-03'), day('2024-04-25')]);
    expect(values(['03/04/2024', '04/25/2024'])).toEqual([day('2024-03-04'), day('2024-04-25')]);
    expect(values(['3.4.2024', '?'])).toEqual([day('2024-04-03'), NaN]);
  });
  test('what cannot be told stays text, unless it is said', () => {
    expect(values(['03/04/2024', '05/06/2024'])).toBe('text dates');
    expect(values(['03/04/2024'], { dateOrder: 'monthFirst' })).toEqual([day('2024-03-04')]);
    expect(values(['13/04/2024', '04/25/2024'])).toBe('text');
  });
});

describe('a forced type', () => {
  test('takes what fits and drops the rest', () => {
    expect(values(['1', 'a', 'b'], { forced: 'number' })).toEqual([1, NaN, NaN]);
    expect(values(['1', '2'], { forced: 'text' })).toBe('text');
    expect(values(['2024-01-01', 'a'], { forced: 'date' })).toEqual([day('2024-01-01'), NaN]);
    function day(text: string): number {
      return Date.parse(text);
    }
  });
});
