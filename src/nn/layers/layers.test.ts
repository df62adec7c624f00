import { describe, expect, it } from 'vitest';
import { NeumannError } from '../../errors.ts';
import type { Choice, LayerDefinition } from '../define.ts';
import { gradientProgram, planModel, predictProgram, type ModelPlan } from '../trace/index.ts';
import { scattered, sessionForTest, type TestSession } from '../../testing/nn/sessionForTest.ts';
import { layers } from './index.ts';

/** A model of one output behind some layers, over 8 rows of 3 numbers, in a session. */
function open(...trunk: Choice[]): { plan: ModelPlan; test: TestSession } {
  const model = { input: { width: 3, embeddings: [] }, trunk, outputs: [{ name: 'y', units: 1 }] };
  const plan = planModel({ model, rows: 8, losses: [{ output: 'y', name: 'meanSquaredError' }] });
  const test = sessionForTest(plan);
  test.write(plan.batch(8).features, scattered(24));
  test.write(plan.batch(8).targets.y, scattered(8, 50));
  test.write(plan.slots.normalisers[0], [1 / 8]);
  return { plan, test };
}

function predictions({ plan, test }: ReturnType<typeof open>, rows = 8): number[] {
  test.run(predictProgram(plan, { rows }));
  return test.read(plan.batch(rows).predictions.y);
}

/** Gradients of a training step with this key. */
function step({ plan, test }: ReturnType<typeof open>, key: readonly number[] = [1, 0, 1, 0]): number[] {
  test.write(plan.slots.key, key);
  test.run(gradientProgram(plan, { rows: 8 }));
  return test.read(plan.slots.gradients);
}

describe('every layer', () => {
  const all: readonly (readonly [string, LayerDefinition<unknown>])[] = Object.entries(layers);
  it.each(all)('%s stands in the list under its own name', (name, layer) => expect(layer.name).toBe(name));
});

describe('dropout', () => {
  it('is off in evaluation', () => {
    expect(predictions(open({ name: 'dropout', rate: 0.9 }))).toEqual(predictions(open()));
  });

  it('draws a new mask in every step and slice, and the same one for the same key', () => {
    const model = open({ name: 'dropout', rate: 0.5 });
    const first = step(model, [1, 0, 1, 0]);
    expect(step(model, [1, 0, 1, 0])).toEqual(first);
    for (const other of [
      [2, 0, 1, 0],
      [1, 1, 1, 0],
      [1, 0, 2, 0],
      [1, 0, 1, 1],
    ])
      expect(step(model, other)).not.toEqual(first);
  });

  it('draws masks of its own for each layer', () => {
    const one = open({ name: 'dropout', rate: 0.5, label: 'a' });
    const other = open({ name: 'dropout', rate: 0.5, label: 'b' });
    expect(step(one)).not.toEqual(step(other));
  });

  it('refuses a rate of 1', () => expect(() => open({ name: 'dropout', rate: 1 })).toThrow(NeumannError));
});

describe('batchNorm', () => {
  it('moves its statistics in training, and uses them in evaluation', () => {
    const model = open({ name: 'batchNorm' });
    const before = predictions(model);
    step(model);
    const [mean] = model.test.read(model.plan.buffers[0].slot);
    const column = scattered(24).filter((_, i) => i % 3 === 0);
    expect(mean).toBeCloseTo((0.1 * column.reduce((a, b) => a + b, 0)) / 8, 14);
    expect(predictions(model)).not.toEqual(before);
  });

  it('refuses to train on a single row, but predicts one', () => {
    const { plan } = open({ name: 'batchNorm' });
    expect(() => gradientProgram(plan, { rows: 1 })).toThrow('one value a channel');
    expect(predictProgram(plan, { rows: 1 }).name).toBe('predict:1');
  });

  it('averages all batches plainly where momentum is null', () => {
    const model = open({ name: 'batchNorm', momentum: null });
    const running = (): number[] => model.test.read(model.plan.buffers[0].slot);
    step(model);
    const first = running();
    model.test.write(model.plan.batch(8).features, scattered(24, 300));
    step(model);
    const columns = [0, 1, 2].map(
      (c) =>
        scattered(24, 300)
          .filter((_, i) => i % 3 === c)
          .reduce((a, b) => a + b, 0) / 8,
    );
    running().forEach((x, i) => expect(x).toBeCloseTo((first[i] + columns[i]) / 2, 14));
  });
});

describe('residual', () => {
  it('is its input where its layers give nothing', () => {
    const zero = { name: 'dense', units: 3, initializer: { name: 'zeros' } };
    expect(predictions(open({ name: 'residual', layers: [zero] }))).toEqual(predictions(open()));
  });

  it('projects its input where the width changes', () => {
    const { plan } = open({
      name: 'residual',
      layers: [{ name: 'dense', units: 5 }, { name: 'activation' }],
    });
    const shapes = Object.fromEntries(plan.parameters.map(({ name, slot }) => [name, slot.shape]));
    expect(shapes).toMatchObject({
      'residual1.dense1.weight': [3, 5],
      'residual1.projection.weight': [3, 5],
      'output.y.weight': [5, 1],
    });
  });

  it('may stand in another one', () => {
    const inner = { name: 'residual', layers: [{ name: 'dense', units: 3 }] };
    const { plan } = open({ name: 'residual', layers: [inner, { name: 'dropout' }] });
    expect(plan.parameters[0].name).toBe('residual1.residual1.dense1.weight');
  });
});

describe('dense', () => {
  it('computes x W + b', () => {
    const model = open();
    model.test.write(model.plan.slots.parameters, [1, 10, 100, 0.5]);
    model.test.write(model.plan.batch(2).features, [1, 2, 3, 4, 5, 6]);
    expect(predictions(model, 2)).toEqual([321.5, 654.5]);
  });

  it('goes without a bias when told to', () => {
    const { plan } = open({ name: 'dense', units: 2, bias: false });
    expect(plan.parameters.map(({ name }) => name)).not.toContain('dense1.bias');
  });
});

describe('groupNorm', () => {
  it('refuses groups that do not divide the channels', () => {
    expect(() => open({ name: 'groupNorm', groups: 2 })).toThrow("don't make 2 groups");
  });
});

it('an activation may be given by its name alone', () => {
  const named = open({ name: 'activation', activation: 'tanh' });
  const whole = open({ name: 'activation', activation: { name: 'tanh' } });
  expect(named.plan.settings.model.trunk).not.toEqual(whole.plan.settings.model.trunk);
  expect(predictions(named)).toEqual(predictions(whole));
});

it('flatten, prelu and layerNorm take part in a step', () => {
  const model = open({ name: 'flatten' }, { name: 'prelu', perChannel: true }, { name: 'layerNorm' });
  expect(step(model).filter((slope) => slope === 0 || !Number.isFinite(slope))).toEqual([]);
});
