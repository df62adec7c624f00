import { expect, test } from 'vitest';
import { NeumannError } from '../errors.ts';
import { failureText } from './failure.ts';

const defect = new TypeError('x is not a function\n  in two lines');

test('what a person can mend is one line', () => {
  const error = new NeumannError('recipe', 'It is wrong.\n  Mend it.');
  expect(failureText(error, { NEUMANN_DEBUG: '1' })).toBe('neumann: It is wrong. Mend it.\n');
});

test('a defect says that it is one, and how to see more', () => {
  expect(failureText(defect, {})).toBe(
    'neumann: This is a defect of Neumann, not of your input (TypeError: x is not a function in two lines). NEUMANN_DEBUG=1 shows where it came from.\n',
  );
});

test('where it came from, when asked', () => {
  expect(failureText(defect, { NEUMANN_DEBUG: '1' })).toContain('failure.test.ts');
});

test('too little memory is no defect', () => {
  expect(failureText(new RangeError('Array buffer allocation failed'), {})).toMatch(/not enough memory/);
});

test('whatever else is thrown is told', () => {
  expect(failureText('oops', {})).toContain('(oops)');
});
