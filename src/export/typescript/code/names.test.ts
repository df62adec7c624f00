import { expect, it } from 'vitest';
import { createNames } from './names.ts';

it('makes identifiers of any text, each once, none that the language or the file has', () => {
  const name = createNames(['dense']);
  const given = [
    'body mass',
    'body_mass',
    'BodyMass',
    '2nd',
    '',
    '*/',
    'class',
    'dense',
    'Súly (kg)',
    'Date',
    'row',
  ].map((text) => name(text));
  expect(given).toEqual([
    'bodyMass',
    'bodyMass2',
    'bodyMass3',
    '_2nd',
    'value',
    'value2',
    'class2',
    'dense2',
    'súlyKg',
    'date',
    'row2',
  ]);
});
