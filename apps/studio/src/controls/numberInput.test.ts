import { expect, test } from 'vitest';
import { en } from '../words/en/index.ts';
import { hu } from '../words/hu/index.ts';
import { numberProblem, readNumber, typedText, usualText } from './numberInput.ts';
import { scaleOf } from './scales.ts';

test('reads numbers as people type them', () => {
  expect(readNumber('0,03')).toBe(0.03);
  expect(readNumber(' 1e-3 ')).toBe(0.001);
  expect(readNumber('−2')).toBe(-2);
  expect(readNumber('40 %', true)).toBe(0.4);
  expect(readNumber('29', true)).toBe(0.29);
});

test.each(['', 'abc', '1.2.3', '0x10', 'Infinity', '1 2'])('reads no number in "%s"', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test('shows what it would read again', () => {
  for (const value of [0, 0.1, 1e-7, 0.000012, 123456, -0.5, 1e21])
    expect(readNumber(typedText(value))).toBe(value);
  for (const value of [0.07, 0.29, 0.333]) expect(readNumber(typedText(value, true), true)).toBe(value);
});

test('says which bound a number is beyond', () => {
  const rate = { type: 'number', above: 0 } as const;
  expect(numberProblem(0, rate, en.controls)).toBe('This should be above 0.');
  expect(numberProblem(0.1, rate, en.controls)).toBeUndefined();
  expect(numberProblem(0.9999, { type: 'number', below: 0.9 }, en.controls, true)).toBe(
    'This should be below 90 %.',
  );
  expect(numberProblem(1.5, { type: 'integer' }, hu.controls)).toBe('Egész szám legyen.');
});

test('says the usual range', () => {
  expect(usualText(scaleOf('optimizers(sgd).momentum'), en.controls)).toBe('Usually 0.5 to 0.99');
  expect(usualText(scaleOf('recipe.model.dropout'), en.controls)).toBe('Usually 30 to 50 %');
  expect(usualText(scaleOf('data.outlier'), en.controls)).toBeUndefined();
});
