import { describe, expect, test } from 'vitest';
import { builtIn } from './builtIn.ts';
import { mergeRecipes } from './mergeRecipes.ts';
import { parseRecipe } from './parseRecipe.ts';
import { presetRecipe, presets } from './presets.ts';
import { resolveRecipe } from './resolveRecipe.ts';
import type { TableFacts } from './tableDefaults.ts';

const facts: TableFacts = { rows: 90, validationRows: 30, width: 4, task: 'classification' };
const tables: TableFacts[] = [
  facts,
  { rows: 40_000, validationRows: 10_000, width: 300, task: 'regression' },
];

const resolve = (recipe: unknown, table = facts) =>
  resolveRecipe(parseRecipe(recipe, builtIn), table, builtIn);

describe.each(presets.map(({ name }) => name))('the preset %s', (name) => {
  test.each(tables)('leaves no choice open on %j, and means the same when read again', (table) => {
    const recipe = mergeRecipes(presetRecipe(name), { data: { targets: ['y'] } });
    const resolved = resolve(recipe, table);
    expect(JSON.stringify(resolved)).not.toContain('"auto"');
    expect(resolve(resolved, table)).toEqual(resolved);
    expect(resolve(JSON.parse(JSON.stringify(resolved)), table)).toEqual(resolved);
  });
});

test('every target without a loss gets the usual one of its task', () => {
  const recipe = { data: { targets: ['a', 'b'] }, losses: [{ name: 'huber', target: 'b' }] };
  const { losses } = resolve(recipe, { ...facts, tasks: { a: 'classification', b: 'regression' } });
  expect(losses.map(({ name, target }) => `${name} on ${String(target)}`)).toEqual([
    'huber on b',
    'crossEntropy on a',
  ]);
});

test("a rate that was not given is the chosen optimizer's own", () => {
  expect(resolve({ optimizer: 'sgd' }).optimizer).toMatchObject({ learningRate: 0.001, weightDecay: 0 });
  expect(resolve({ optimizer: 'adagrad' }).optimizer.learningRate).toBe(0.01);
  expect(resolve({ optimizer: { learningRate: 0.3 } }).optimizer.learningRate).toBe(0.3);
});

test('what is given is kept', () => {
  const recipe = resolve({
    model: { hidden: [3], members: 2 },
    stopping: { epochs: 5, patience: null, folds: 3 },
    batches: { size: 'all' },
  });
  expect(recipe.model).toMatchObject({ hidden: [3], members: 2 });
  expect(recipe.stopping).toMatchObject({ epochs: 5, patience: null, folds: 3 });
  expect(recipe.batches.size).toBe('all');
});

test('a linear model is trained by L-BFGS on all rows with the usual penalty, unless told otherwise', () => {
  const linear = resolve({ model: 'linear' });
  expect(linear.optimizer).toMatchObject({ name: 'lbfgs', lineSearch: 'strongWolfe' });
  expect(linear.penalties).toEqual([{ name: 'l2', strength: 1 / 180 }]);
  expect(resolve({ model: 'linear', optimizer: 'adam' }).optimizer.name).toBe('adam');
});

test('a table of hardly any rows is not cut into more folds than it has pairs', () => {
  expect(resolve({}, { ...facts, rows: 4, validationRows: 2 }).stopping.folds).toBe(3);
  expect(resolve({}, { ...facts, rows: 2, validationRows: 1 }).stopping.folds).toBe(0);
});
