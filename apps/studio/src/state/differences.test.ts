import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeEdits } from './mergeEdits.ts';
import { differences } from './differences.ts';
import type { RecipeEdits } from './scenario.ts';

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 })),
  record: fc.dictionary(fc.constantFrom('a', 'b', 'name', 'kind'), tie('any'), { maxKeys: 4 }),
  any: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('record')),
}));
const record = value.record as fc.Arbitrary<RecipeEdits>;

test('merged upon the base again, the differences give what was merged upon it', () => {
  fc.assert(
    fc.property(record, record, (base, edits) => {
      const wanted = mergeEdits({ root: base }, { root: edits });
      expect(mergeEdits({ root: base }, differences({ root: base }, wanted))).toEqual(wanted);
    }),
  );
});

test('nothing differs from itself', () => {
  fc.assert(
    fc.property(record, (base) => {
      expect(differences(base, base)).toEqual({});
    }),
  );
});

test('another name takes the whole thing, the same one its changed options', () => {
  const base = { optimizer: { name: 'sgd', learningRate: 0.03, momentum: 0 } };
  expect(differences(base, { optimizer: { name: 'adam' } })).toEqual({ optimizer: { name: 'adam' } });
  expect(differences(base, { optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0 } })).toEqual({
    optimizer: { learningRate: 0.1 },
  });
});
