import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoriesSchema, fitCategories, NOWHERE, REFUSED, slotFinder, slotNames } from './categories.ts';
import { fitOneHot, restoreOneHot } from './oneHot.ts';
import { fitOrdinal } from './ordinal.ts';

const counts = new Map([
  ['c', 5],
  ['a', 1],
  ['b', 2],
  ['d', 2],
]);

test('every slot has a name, and every word a slot or none', () => {
  const setting = fc.record({
    rareBelow: fc.constantFrom(0, 2, 3, 0.3, 100),
    most: fc.constantFrom(null, 1, 2, 3),
    unknown: fc.constantFrom('error' as const, 'zeros' as const, 'rare' as const, 'own' as const),
  });
  fc.assert(
    fc.property(setting, fc.constantFrom(0, 3), (settings, missing) => {
      const categories = fitCategories(settings, counts, missing);
      expect(categoriesSchema.parse(categories)).toEqual(categories);
      const slots = slotNames(categories).length;
      const find = slotFinder(categories);
      for (const word of counts.keys())
        expect(find(word)).toSatisfy((slot: number) => slot >= 0 && slot < slots);
      expect(find('new')).toBe(settings.unknown === 'error' ? REFUSED : (categories.unknown ?? NOWHERE));
      expect(
        settings.most === null ||
          categories.levels.length + (categories.rare.length > 0 ? 1 : 0) <= settings.most,
      ).toBe(true);
    }),
  );
});

test('the rarest share a slot; on a tie the first in order go', () => {
  expect(fitCategories({ most: 3, unknown: 'zeros' }, counts, 0)).toMatchObject({
    levels: ['c', 'd'],
    rare: ['a', 'b'],
  });
  expect(fitCategories({ rareBelow: 0.25, unknown: 'zeros' }, counts, 0)).toMatchObject({
    levels: ['c'],
    rare: ['a', 'b', 'd'],
  });
});

test('one-hot comes back to the word, also without the dropped column', () => {
  const categories = fitCategories({ unknown: 'zeros' }, counts, 0);
  for (const drop of ['none', 'first', { category: 'c' }] as const) {
    const encoder = fitOneHot({ drop }, categories);
    const again = restoreOneHot(encoder.toJSON());
    for (const word of counts.keys()) expect(again.invert(encoder.apply(word))).toBe(word);
    expect(encoder.apply('new')).toEqual(new Float64Array(drop === 'none' ? 4 : 3));
  }
  expect(fitOneHot({ drop: 'ifBinary' }, categories).dropped).toBeNull();
  expect(() => fitOneHot({ drop: { category: 'x' } }, categories)).toThrow(
    "The category 'x' can't be dropped",
  );
});

test('ordinal codes come back to the word; unknown ones are what they are told to be', () => {
  const encoder = fitOrdinal({ unknownValue: -1 }, fitCategories({ unknown: 'zeros' }, counts, 1));
  expect(['a', 'd', null, 'new'].map((word) => encoder.apply(word))).toEqual([0, 3, 4, -1]);
  expect([0, 3, 4, -1].map((code) => encoder.invert(code))).toEqual(['a', 'd', '(missing)', null]);
  const strict = fitOrdinal({}, fitCategories({ unknown: 'error' }, counts, 0));
  expect(() => strict.apply('new')).toThrow("The category 'new' was not in the training rows");
});

test('altered categories are refused', () => {
  const categories = fitCategories({ unknown: 'own' }, counts, 1);
  expect(categoriesSchema.safeParse(categories).success).toBe(true);
  for (const change of [{ levels: ['a', 'a'] }, { missing: 9 }, { unknown: 0 }, { rare: ['a'] }])
    expect(categoriesSchema.safeParse({ ...categories, ...change }).success).toBe(false);
});
