import { afterEach, expect, test } from 'vitest';
import { typedText, readNumber } from '../controls/numberInput.ts';
import { numberText, steadyText } from '../charts/numberText.ts';
import { problemText } from './problemText.ts';
import { speech } from './speech.svelte.ts';

globalThis.document ??= { documentElement: {} } as Document;
afterEach(() => speech.speak('en'));

test('numbers are written as the language writes them, and read again', async () => {
  expect([numberText(0.125), numberText(12345, 9), steadyText(0.5)]).toEqual(['0.125', '12,345', '0.500']);
  await speech.speak('hu');
  expect([numberText(0.125), numberText(-12345, 9), numberText(1.5e-7), steadyText(0.5)]).toEqual([
    '0,125',
    '−12\u00a0345',
    '1,5e−7',
    '0,500',
  ]);
  expect(readNumber(typedText(0.03))).toBe(0.03);
  expect(readNumber(typedText(12345.5))).toBe(12345.5);
});

test('the engine’s sentences are said by code, with what they name', async () => {
  const problem = {
    code: 'left-out',
    text: "Column 'x' is left out: it has the same value in every row.",
  };
  expect(problemText(problem)).toBe(problem.text);
  await speech.speak('hu');
  expect(problemText(problem)).toContain('„x” oszlop kimarad');
  expect(problemText({ code: 'no-such-code', text: 'As it was.' })).toBe('As it was.');
  expect(
    problemText({ code: 'recipe', text: 'Recipe: "split.train" is 0; there must be rows to learn from.' }),
  ).toContain('„split.train” beállítása így nem jó: 0.');
});
