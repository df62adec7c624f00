import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveEnd, percents } from './parts.ts';

const half = { train: 0.5, validation: 0.25, test: 0.25 };

test('moves one end and leaves the other', () => {
  expect(moveEnd(half, 'train', 0.6)).toEqual({ train: 0.6, validation: 0.15, test: 0.25 });
  expect(moveEnd(half, 'validation', 0.9)).toEqual({ train: 0.5, validation: 0.4, test: 0.1 });
});

test('an end that is passed gives way, and something is always left to learn from', () => {
  expect(moveEnd(half, 'train', 0.9)).toEqual({ train: 0.9, validation: 0, test: 0.1 });
  expect(moveEnd(half, 'validation', 0.3)).toEqual({ train: 0.3, validation: 0, test: 0.7 });
  expect(moveEnd(half, 'train', 0).train).toBe(0.05);
});

test('shares always sum to 1 as a recipe wants it', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom('train', 'validation'), fc.integer({ min: 0, max: 100 })));
  fc.assert(
    fc.property(moves, (all) => {
      const parts = all.reduce((before, [end, to]) => moveEnd(before, end, to / 100), half);
      expect(Math.abs(parts.train + parts.validation + parts.test - 1)).toBeLessThan(1e-9);
      expect(Object.values(percents(parts)).reduce((sum, one) => sum + one, 0)).toBe(100);
    }),
  );
});
