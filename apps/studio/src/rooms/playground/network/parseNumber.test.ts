import { expect, test } from 'vitest';
import { parseNumber } from './parseNumber.ts';

test.each([
  ['0.5', 0.5],
  ['−2', -2],
  [' 1,25 ', 1.25],
  ['1e-3', 0.001],
  ['', null],
  ['abc', null],
  ['1e60', null],
])('%j is %j', (text, value) => expect(parseNumber(text)).toBe(value));
