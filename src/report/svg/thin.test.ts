import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Point } from './path.ts';
import { evenly, thin } from './thin.ts';

it('keeps few points as they are', () => {
  const points: Point[] = [
    [0, 1],
    [1, 2],
  ];
  expect(thin(points, 10)).toBe(points);
});

it('keeps both ends and every spike', () => {
  const points = Array.from({ length: 1000 }, (_, x): Point => [x, x === 617 ? 99 : 0]);
  const kept = thin(points, 50);
  expect(kept.length).toBeLessThanOrEqual(50);
  expect(kept[0]).toBe(points[0]);
  expect(kept.at(-1)).toBe(points[999]);
  expect(kept).toContain(points[617]);
});

it('keeps the order and the span, whatever the curve', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 4, max: 60 }),
      (ys, most) => {
        const kept = thin(
          ys.map((y, x): Point => [x, y]),
          most,
        );
        expect(kept.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(Math.min(...kept.map(([, y]) => y))).toBe(Math.min(...ys));
        expect(Math.max(...kept.map(([, y]) => y))).toBe(Math.max(...ys));
        kept.slice(1).forEach(([x], i) => expect(x).toBeGreaterThan(kept[i][0]));
      },
    ),
  );
});

it('takes values at even distances', () => {
  expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 4, 8]);
  expect(evenly([1, 2], 3)).toEqual([1, 2]);
});
