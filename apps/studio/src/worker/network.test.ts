import { expect, test } from 'vitest';
import { startScenario } from '../state/startScenario.ts';
import type { RecipeEdits } from '../state/scenario.ts';
import { LaneRun } from './laneRun.ts';

async function layersOf(recipe: RecipeEdits) {
  const run = await LaneRun.open({ ...startScenario(), recipe });
  const surfaces = run.surfaces(4);
  const values = new Float32Array(surfaces.length(true)).fill(NaN);
  surfaces.write(run.live.weights, true, values);
  run.close();
  // Every neuron that is drawn has its picture.
  expect(values.every(Number.isFinite)).toBe(true);
  expect(values).toHaveLength(run.opened.network.neurons * 16);
  return run.opened.network.layers.map((layer) => ({ ...layer, weights: layer.weights !== null }));
}

test('a linear model is its inputs and its output', async () => {
  const layers = await layersOf({ model: { kind: 'linear' } });
  expect(layers.map(({ kind, units, weights }) => [kind, units, weights])).toEqual([
    ['input', 2, false],
    ['output', 2, true],
  ]);
});

test('layers given one by one: what stands behind neurons belongs to them', async () => {
  const dense = { name: 'dense', units: 6 };
  const layers = await layersOf({
    model: {
      kind: 'layers',
      layers: [
        { name: 'dropout', rate: 0.1 },
        { ...dense, label: 'first' },
        { name: 'layerNorm' },
        { name: 'activation', activation: { name: 'gelu' } },
        { name: 'residual', layers: [dense, { name: 'activation', activation: { name: 'relu' } }, dense] },
        { name: 'prelu' },
        { name: 'dropout', rate: 0.3 },
        { name: 'dense', units: 3 },
      ],
    },
  });
  expect(
    layers.map(({ label, units, activation, normalisation, dropout, weights }) => [
      label,
      units,
      activation,
      normalisation,
      dropout,
      weights,
    ]),
  ).toEqual([
    ['', 2, null, null, 0.1, false],
    ['first', 6, 'gelu', 'layerNorm', 0, true],
    ['residual1', 6, 'prelu', null, 0.3, false],
    ['dense1', 3, null, null, 0, true],
    ['target', 2, null, null, 0, true],
  ]);
});

test('an identity has no node of its own and is seen all the same; one unit may tell two classes apart', async () => {
  const layers = await layersOf({
    model: { activation: { name: 'identity' }, dropout: 0.2 },
    losses: [{ name: 'binaryCrossEntropy', target: 'target' }],
  });
  expect(layers.map(({ units }) => units)).toEqual([2, 4, 2, 1]);
  expect(layers.at(-1)!.names).toEqual(['outside']);
});
