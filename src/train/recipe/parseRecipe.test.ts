import { expect, test } from 'vitest';
import { NeumannError } from '../../errors.ts';
import { builtIn } from './builtIn.ts';
import { parseRecipe } from './parseRecipe.ts';

const parse = (json: unknown) => parseRecipe(json, builtIn);

/** The message of the refusal. */
function refusal(json: unknown): string {
  try {
    parse(json);
  } catch (error) {
    if (error instanceof NeumannError) return error.message;
    throw error;
  }
  return 'accepted';
}

test('an empty recipe is the default one, with every field written out', () => {
  const recipe = parse({});
  expect(recipe.recipe).toBe(1);
  expect(recipe.optimizer).toMatchObject({
    name: 'adamW',
    learningRate: 'auto',
    beta1: 0.9,
    decayBiases: false,
  });
  expect(recipe.split).toMatchObject({ kind: 'auto', train: 0.6 });
  expect(recipe.model).toMatchObject({ kind: 'mlp', hidden: 'auto', activation: { name: 'relu' } });
});

test('a recipe is a fixed point: parsing a parsed one changes nothing', () => {
  const once = parse({ optimizer: 'sgd', penalties: [{ name: 'l1', strength: 0.1 }] });
  expect(parse(once)).toEqual(once);
  expect(parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
});

test('a name alone stands for the thing, options alone for the default thing', () => {
  expect(parse({ optimizer: 'sgd' }).optimizer.name).toBe('sgd');
  expect(parse({ optimizer: { learningRate: 0.1 } }).optimizer).toMatchObject({
    name: 'adamW',
    learningRate: 0.1,
  });
  expect(parse({ model: { hidden: [8] } }).model).toMatchObject({ kind: 'mlp', hidden: [8] });
  expect(parse({ penalties: ['maxNorm'] }).penalties[0].name).toBe('maxNorm');
});

test.each([
  [{ modle: {} }, 'The recipe has no field "modle"', 'Did you mean "model"?'],
  [{ model: { kind: 'mlp', hiden: [8] } }, 'Recipe: "model" has no field "hiden"', 'Did you mean "hidden"?'],
  [
    { optimizer: { name: 'adamw' } },
    'Recipe: "optimizer.name" is "adamw"; it must be one of',
    'Did you mean "adamW"?',
  ],
  [{ optimizer: { name: 'adam', beta3: 1 } }, 'Recipe: "optimizer" has no field "beta3"', 'beta1'],
  [
    { optimizer: { learningRate: -1 } },
    'Recipe: "optimizer.learningRate" is -1; it must be auto or a number above 0.',
    '',
  ],
  [{ stopping: { monitor: 7 } }, 'Recipe: "stopping.monitor" is 7; it must be a text.', ''],
  [
    { split: { kind: 'stratify' } },
    'Recipe: "split.kind" is "stratify"; it must be one of',
    'Did you mean "stratified"?',
  ],
  [{ model: { hidden: [8, 0] } }, 'Recipe: "model.hidden.1" is 0; it must be a whole number at least 1.', ''],
  [{ losses: [{ name: 'mse' }] }, 'Recipe: "losses.0.name" is "mse"; it must be one of', 'meanSquaredError'],
  [{ split: { train: 0.5 } }, 'sum to 0.9; they must sum to 1', ''],
  [{ split: { kind: 'time' } }, '"split.column" must name a column', ''],
  [{ data: { targets: ['a'], ignore: ['a'] } }, '"a" stands in "data.targets" and in "data.ignore"', ''],
  [[1], 'A recipe is a JSON object', ''],
])('%j is refused with %s', (json, start, end) => {
  expect(refusal(json)).toContain(start);
  expect(refusal(json)).toContain(end);
});
