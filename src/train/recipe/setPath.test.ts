import { expect, test } from 'vitest';
import { builtIn } from './builtIn.ts';
import { mergeRecipes } from './mergeRecipes.ts';
import { parseRecipe } from './parseRecipe.ts';
import { recipeFields } from './recipeFields.ts';
import { setPath } from './setPath.ts';

const edit = (recipe: unknown, ...edits: string[]) =>
  edits.reduce<unknown>((current, text) => setPath(current, text, builtIn), recipe);

test('one field changes and the others stay', () => {
  const recipe = edit({ seed: 3, optimizer: { name: 'sgd', momentum: 0.9 } }, 'optimizer.learningRate=0.5');
  expect(recipe).toEqual({ seed: 3, optimizer: { name: 'sgd', momentum: 0.9, learningRate: 0.5 } });
});

test('lists may be written with commas, words without quotes', () => {
  expect(edit({}, 'model.hidden=64,32')).toEqual({ model: { kind: 'mlp', hidden: [64, 32] } });
  expect(edit({}, 'model.hidden=64')).toEqual({ model: { kind: 'mlp', hidden: [64] } });
  expect(edit({}, 'model.hidden=auto')).toEqual({ model: { kind: 'mlp', hidden: 'auto' } });
  expect(edit({}, 'data.ignore=id')).toEqual({ data: { ignore: ['id'] } });
  expect(edit({}, 'split.kind=group')).toEqual({ split: { kind: 'group' } });
});

test('another name drops the options of the old one', () => {
  const adam = { optimizer: { name: 'adam', beta1: 0.8 } };
  expect(edit(adam, 'optimizer.name=sgd')).toEqual({ optimizer: { name: 'sgd' } });
  expect(edit(adam, 'optimizer=sgd', 'optimizer.momentum=0.9')).toEqual({
    optimizer: { name: 'sgd', momentum: 0.9 },
  });
  expect(edit(adam, 'optimizer.name=adam')).toEqual(adam);
});

test('items of lists by number', () => {
  const recipe = edit({}, 'penalties.0=l1', 'penalties.0.strength=0.5', 'penalties.1=maxNorm');
  expect(recipe).toEqual({ penalties: [{ name: 'l1', strength: 0.5 }, { name: 'maxNorm' }] });
  expect(() => edit({}, 'penalties.1=l1')).toThrow('the next free one 0');
});

test('an edit that is none is refused, a misspelt field when the recipe is parsed', () => {
  expect(() => edit({}, 'seed')).toThrow('PATH=VALUE');
  expect(() => parseRecipe(edit({}, 'optimizer.learnigRate=1'), builtIn)).toThrow(
    'Did you mean "learningRate"?',
  );
});

test('merging takes lists whole', () => {
  expect(mergeRecipes({ a: [1, 2], b: { c: 1 } }, { a: [3], b: { d: 2 } })).toEqual({
    a: [3],
    b: { c: 1, d: 2 },
  });
});

test('every field says what it is for', () => {
  const fields = recipeFields(builtIn);
  expect(fields.find((field) => field.path === 'optimizer(adam).beta1')?.default).toBe(0.9);
  const silent = fields.filter((field) => field.summary === '' && !field.path.endsWith('.name'));
  expect(silent.map((field) => field.path)).toEqual([]);
});
