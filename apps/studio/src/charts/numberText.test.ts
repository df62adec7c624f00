import { expect, test } from 'vitest';
import { numberText, steadyText } from './numberText.ts';

test.each([
  [0.123456, '0.123'],
  [-2, '−2'],
  [1234.5, '1230'],
  [0.1 + 0.2, '0.3'],
  [0, '0'],
  [1.5e-7, '1.5e−7'],
  [2e9, '2e9'],
  [Number.NaN, '–'],
  [-Infinity, '−∞'],
])('%d is written %s', (value, text) => expect(numberText(value)).toBe(text));

test.each([
  [0.5, '0.500'],
  [12, '12.00'],
  [250, '250'],
  [-0.25, '−0.250'],
  [0.00001, '1e−5'],
])('a read-out of %d is %s', (value, text) => expect(steadyText(value)).toBe(text));
