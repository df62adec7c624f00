import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf } from './medianOf.ts';
import { median } from './percentile.ts';

const numbers = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1, 1, 2, -1, Infinity, -Infinity),
);

test('is what sorting finds, to the bit', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 60 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      expect(medianOf(Float64Array.from(values))).toBe(median(sorted));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['ascending', (i: number) => i],
  ['descending', (i: number) => -i],
  ['all the same', () => 3],
  ['of two values', (i: number) => i % 2],
  ['like a saw', (i: number) => (i * 7919) % 1009],
])('of many numbers, %s', (_, valueAt) => {
  const values = Float64Array.from({ length: 100_001 }, (_unused, i) => valueAt(i));
  expect(medianOf(values.slice())).toBe(median(values.slice().sort()));
});
