import { expect, test } from 'vitest';
import { scoreText } from './scoreText.ts';

test('shares are percents, coefficients and losses are not', () => {
  expect(scoreText('accuracy', 0.98)).toBe('98.0 %');
  expect(scoreText('balancedAccuracy', 0.9561)).toBe('95.6 %');
  expect(scoreText('r2', -0.5)).toBe('−0.500');
  expect(scoreText('loss', 0.0421)).toBe('0.042');
  expect(scoreText('accuracy', Number.NaN)).toBe('–');
});
