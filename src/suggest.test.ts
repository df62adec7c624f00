import { expect, test } from 'vitest';
import { didYouMean } from './suggest.ts';

test('finds the nearest spelling, ignoring case, accents and separators', () => {
  expect(didYouMean('speices', ['island', 'species'])).toBe('species');
  expect(didYouMean('learning_rate', ['learningRate', 'weightDecay'])).toBe('learningRate');
  expect(didYouMean('Pecs', ['Pécs', 'Győr'])).toBe('Pécs');
  expect(didYouMean('hiden', new Set(['hidden', 'hides me']))).toBe('hidden');
});

test('stays silent where nothing is near', () => {
  expect(didYouMean('species', ['age', 'city'])).toBeUndefined();
  expect(didYouMean('x', [])).toBeUndefined();
  expect(didYouMean('ab', ['xy'])).toBeUndefined();
});

test('counts a swap of neighbours as one edit, so the swapped word wins over a farther one', () => {
  expect(didYouMean('adma', ['data', 'adam'])).toBe('adam');
});
