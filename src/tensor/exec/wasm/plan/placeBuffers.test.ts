import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aligned, type Lifetime, placeBuffers } from './placeBuffers.ts';

const lifetime = fc.record({
  bytes: fc.integer({ min: 1, max: 5000 }),
  first: fc.integer({ min: 0, max: 30 }),
  length: fc.integer({ min: 0, max: 10 }),
});

function lifetimes(list: readonly { bytes: number; first: number; length: number }[]): Lifetime[] {
  return list.map(({ bytes, first, length }, buffer) => ({ buffer, bytes, first, last: first + length }));
}

it('keeps apart what lives at the same time', () => {
  fc.assert(
    fc.property(fc.array(lifetime, { maxLength: 40 }), (list) => {
      const all = lifetimes(list);
      const { offsets, bytes } = placeBuffers(all);
      const at = ({ buffer }: Lifetime): number => offsets.get(buffer) as number;
      for (const a of all) {
        expect(at(a) + a.bytes).toBeLessThanOrEqual(bytes);
        expect(at(a) % 64).toBe(0);
        for (const b of all) {
          const together = a.buffer < b.buffer && a.first <= b.last && b.first <= a.last;
          if (together) expect(at(a) + a.bytes <= at(b) || at(b) + b.bytes <= at(a)).toBe(true);
        }
      }
    }),
  );
});

it('uses room again', () => {
  const chain = Array.from({ length: 10 }, (_, i) => ({ bytes: 100, first: i, length: 1 }));
  expect(placeBuffers(lifetimes(chain)).bytes).toBe(2 * aligned(100));
});
