import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtIn, parseRecipe, resolveRecipe } from '../../../../../../src/train/recipe/index.ts';
import { modelSpec } from '../../../../../../src/train/setup/modelSpec.ts';
import {
  common,
  isUniform,
  plainLayer,
  readModel,
  withMoreLayers,
  writeModel,
  type LayerView,
  type ModelView,
} from './modelView.ts';

const choice = (...names: string[]) => fc.constantFrom(...names).map((name) => ({ name }));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const layer: fc.Arbitrary<LayerView> = fc.record({
  units: fc.integer({ min: 1, max: 9 }),
  bias: fc.boolean(),
  initializer: perhaps(choice('xavierNormal', 'zeros')),
  biasInitializer: perhaps(choice('ones')),
  normalisation: perhaps(
    fc.oneof(choice('batchNorm', 'layerNorm'), fc.constant({ name: 'groupNorm', groups: 1 })),
  ),
  activation: perhaps(fc.oneof(choice('tanh', 'prelu', 'relu'), fc.constant({ name: 'elu', alpha: 0.5 }))),
  dropout: fc.constantFrom(0, 0.3),
  residual: perhaps(
    fc.oneof(choice('residual'), fc.constant({ name: 'residual', initializer: { name: 'zeros' } })),
  ),
});
const uniform = layer.chain((one) =>
  fc
    .array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 })
    .map((units) => units.map((own) => ({ ...one, units: own }))),
);

const view: fc.Arbitrary<ModelView> = fc
  .record({
    layers: fc.oneof(uniform, fc.array(layer, { minLength: 1, maxLength: 4 })),
    inputDropout: fc.constantFrom(0, 0.1),
    linearPath: fc.constantFrom('none', 'zeros', 'fitted'),
    outputActivation: perhaps(choice('sigmoid')),
  })
  // A path beside layers that differ cannot be said in a recipe.
  .map((one) => ({ ...one, linearPath: isUniform(one) ? one.linearPath : 'none' }));

const facts = { rows: 100, validationRows: 20, width: 2, task: 'classification' } as const;
const outputs = [{ name: 'target', units: 2 }];
function specOf(model: unknown) {
  const recipe = parseRecipe({ data: { targets: ['target'] }, model, stopping: { folds: 0 } }, builtIn);
  return modelSpec(resolveRecipe(recipe, facts, builtIn).model, { width: 2, embeddings: [] }, outputs);
}

describe('the view of a model', () => {
  test('is written and read again as it was', () => {
    fc.assert(
      fc.property(view, (one) => {
        const empty = one.layers.length === 0;
        expect(readModel(writeModel(one))).toEqual(empty ? { ...one, layers: [] } : one);
      }),
    );
  });

  test('is always a recipe that the schema accepts', () => {
    fc.assert(fc.property(view, (one) => void specOf(writeModel(one))));
  });

  test('means the same layers, read from a recipe and written again', () => {
    const models = [
      {
        kind: 'mlp',
        hidden: [4, 2],
        activation: 'tanh',
        dropout: 0.2,
        linearPath: 'none',
        normalisation: 'layer',
      },
      { kind: 'mlp', hidden: [], dropout: 0, linearPath: 'fitted' },
      { kind: 'mlp', hidden: [3], dropout: 0, linearPath: 'none', inputDropout: 0.1, initializer: 'zeros' },
      { kind: 'layers', layers: [{ name: 'dropout', rate: 0.2 }, { name: 'dense', units: 3 }, 'prelu'] },
      {
        kind: 'layers',
        layers: [
          {
            name: 'residual',
            layers: [
              { name: 'dense', units: 2 },
              { name: 'activation', activation: { name: 'elu' } },
            ],
          },
        ],
      },
    ];
    for (const model of models) expect(specOf(writeModel(readModel(model)!))).toEqual(specOf(model));
  });

  test('says what auto stands for where the run has found it out', () => {
    expect(readModel({ kind: 'mlp', hidden: 'auto' }, { hidden: [8], dropout: 0.3 })?.layers).toEqual([
      { ...plainLayer, units: 8, dropout: 0.3, activation: { name: 'relu' } },
    ]);
  });

  test.each([
    { kind: 'linear' },
    { kind: 'layers', layers: [{ name: 'activation', activation: 'relu' }] },
    { kind: 'layers', layers: [{ name: 'dense', units: 2, label: 'mine' }] },
    { kind: 'layers', layers: [{ name: 'dense', units: 2 }, { name: 'dropout' }, 'prelu'] },
    {
      kind: 'layers',
      layers: [
        {
          name: 'residual',
          layers: [
            { name: 'dense', units: 2 },
            { name: 'dense', units: 2 },
          ],
        },
      ],
    },
    null,
  ])('is none of %j', (model) => {
    expect(readModel(model)).toBeNull();
  });

  test('is the short form only where layers differ in their size alone', () => {
    const both = [plainLayer, { ...plainLayer, units: 2 }];
    expect(isUniform({ layers: both })).toBe(true);
    expect(isUniform({ layers: [plainLayer, { ...plainLayer, dropout: 0.1 }] })).toBe(false);
    expect(
      isUniform({ layers: [{ ...plainLayer, normalisation: { name: 'batchNorm', momentum: 0.5 } }] }),
    ).toBe(false);
  });

  test('grows by a layer like the last, and knows what layers have in common', () => {
    const one = readModel({ kind: 'mlp', hidden: [4], activation: 'elu', dropout: 0, linearPath: 'none' })!;
    const two = withMoreLayers(one);
    expect(two.layers).toHaveLength(2);
    expect(common(two, 'activation')).toEqual({ name: 'elu' });
    expect(common({ ...two, layers: [...two.layers, plainLayer] }, 'activation')).toBeUndefined();
  });
});
