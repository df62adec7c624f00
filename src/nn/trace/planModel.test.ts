import { describe, expect, it } from 'vitest';
import { NeumannError } from '../../errors.ts';
import { adam } from '../optimizers/adam.ts';
import type { LayerSpec } from '../define.ts';
import type { ModelSettings } from './modelPlan.ts';
import type { ModelSpec } from './modelSpec.ts';
import { planModel } from './planModel.ts';

const model: ModelSpec = {
  input: { width: 3, embeddings: [{ name: 'city', size: 5, dimension: 2 }] },
  trunk: [
    { name: 'dense', units: 4 },
    { name: 'batchNorm' },
    { name: 'activation' },
    { name: 'dense', units: 4, label: 'last' },
  ],
  outputs: [
    { name: 'price', units: 1 },
    { name: 'kind', units: 3, layers: [{ name: 'dense', units: 2 }] },
  ],
};
const losses = [
  { output: 'price', name: 'meanSquaredError' },
  { output: 'kind', name: 'crossEntropy', weight: 0.5, weighted: true },
];

function withTrunk(...trunk: LayerSpec[]): ModelSettings {
  return { model: { ...model, trunk }, rows: 8 };
}

describe('planModel', () => {
  it('puts parameters that decay first and names them by scope', () => {
    const plan = planModel({ model, losses, rows: 8 });
    expect(plan.parameters.map(({ name }) => name)).toEqual([
      'embedding.city.weight',
      'dense1.weight',
      'last.weight',
      'output.price.weight',
      'output.kind.dense1.weight',
      'output.kind.weight',
      'dense1.bias',
      'batchNorm1.weight',
      'batchNorm1.bias',
      'last.bias',
      'output.price.bias',
      'output.kind.dense1.bias',
      'output.kind.bias',
    ]);
    expect(plan.operationsPerRow).toBe(2 * (5 * 4 + 4 * 4 + 4 * 1 + 4 * 2 + 2 * 3));
    expect(plan.parameters[1].slot.shape).toEqual([5, 4]);
    expect(plan.parameters[1].fan).toEqual({ in: 5, out: 4 });
    expect(plan.parameters.find(({ name }) => name === 'last.bias')?.fan).toEqual({ in: 4, out: 4 });
    expect(plan.decayedCount).toBe(10 + 20 + 16 + 4 + 8 + 6);
    expect(plan.parameterCount).toBe(plan.decayedCount + 4 + 4 + 4 + 4 + 1 + 2 + 3);
    expect(plan.ranges).toEqual([
      { offset: 0, length: 64, decayed: true },
      { offset: 64, length: 22, decayed: false },
    ]);
  });

  it('makes one range of everything when biases decay too', () => {
    const plan = planModel({ model, rows: 8, decayBiases: true });
    expect(plan.ranges).toEqual([{ offset: 0, length: 86, decayed: true }]);
  });

  it('makes one range of everything when the optimizer decays nothing', () => {
    const withDecay = (weightDecay: number) => {
      const optimizer = { definition: adam, options: adam.options.parse({ weightDecay }) };
      return planModel({ model, rows: 8, optimizer });
    };
    expect(withDecay(0).ranges).toEqual([{ offset: 0, length: 86, decayed: true }]);
    expect(withDecay(0).decayedCount).toBe(64);
    expect(withDecay(0.1).ranges).toHaveLength(2);
  });

  it('lays out blocks for inputs, targets, state and outputs', () => {
    const optimizer = { definition: adam, options: adam.options.parse({}) };
    const plan = planModel({ model, losses, rows: 8, optimizer });
    const lengths = Object.fromEntries(
      plan.layout.map(({ name, dtype, length }) => [name, `${dtype} ${length}`]),
    );
    expect(lengths).toMatchObject({
      parameters: 'f32 86',
      gradients: 'f32 86',
      buffers: 'f32 8',
      features: 'f32 24',
      codes: 'i32 8',
      'targets.price': 'f32 8',
      'targets.kind': 'i32 8',
      'rowWeights.1': 'f32 8',
      'predictions.kind': 'f32 24',
      key: 'i32 4',
    });
    expect(lengths).not.toHaveProperty('rowWeights.0');
    expect(Object.keys(plan.slots.state)).toEqual(Object.keys(adam.state(optimizer.options)));
    expect(plan.losses.map(({ label, elementsPerRow }) => [label, elementsPerRow])).toEqual([
      ['price.meanSquaredError', 1],
      ['kind.crossEntropy', 1],
    ]);
    expect(plan.outputs.map(({ link }) => link)).toEqual(['identity', 'softmax']);
  });

  it('gives batches of any number of rows windows on the same blocks', () => {
    const plan = planModel({ model, losses, rows: 8 });
    expect(plan.batch(3).features).toEqual({ ...plan.batch(8).features, shape: [3, 3] });
    expect(() => plan.batch(9)).toThrow(NeumannError);
  });

  it.each([
    ["there is no layer 'dens'", withTrunk({ name: 'dens' })],
    ["layer 'dense'", withTrunk({ name: 'dense', units: -1 })],
    ['two layers are labelled', withTrunk({ name: 'flatten', label: 'a' }, { name: 'flatten', label: 'a' })],
    ['no inputs', { model: { ...model, input: { width: 0, embeddings: [] } }, rows: 8 }],
    ['two outputs', { model: { ...model, outputs: [model.outputs[0], model.outputs[0]] }, rows: 8 }],
    ["output 'colour'", { model, rows: 8, losses: [{ output: 'colour', name: 'huber' }] }],
    ['the same kind of target', { model, rows: 8, losses: [...losses, { output: 'kind', name: 'huber' }] }],
    ['rows', { model, rows: 0 }],
    ['well-formed', { model: { ...model, outputs: [{ name: 'a', units: 0 }] }, rows: 8 }],
    ["activation 'reLU'", withTrunk({ name: 'activation', activation: { name: 'reLU' } })],
  ] satisfies [string, ModelSettings][])('refuses: %s', (message, settings) => {
    expect(() => planModel(settings)).toThrow(NeumannError);
    expect(() => planModel(settings)).toThrow(message);
  });
});
