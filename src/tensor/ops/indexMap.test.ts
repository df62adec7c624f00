import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexMap, stridesOf } from './indexMap.ts';

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });

it('counts up over a tensor laid out row by row', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const map = indexMap(shape, stridesOf(shape));
      expect(Array.from(map)).toEqual(Array.from(map, (_, i) => i));
    }),
  );
});

it('gives the place of every index, outermost axis slowest', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
      fc.nat(9),
      (shape, strides, base) => {
        let places = [base];
        shape.forEach((size, axis) => {
          places = places.flatMap((place) =>
            Array.from({ length: size }, (_, i) => place + i * strides[axis]),
          );
        });
        expect(Array.from(indexMap(shape, strides.slice(0, shape.length), base))).toEqual(places);
      },
    ),
  );
});
