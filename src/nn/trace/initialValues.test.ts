import { expect, it } from 'vitest';
import { initialBuffers, initialParameters } from './initialValues.ts';
import type { ModelPlan } from './modelPlan.ts';
import { planModel } from './planModel.ts';

function plan(...trunk: { name: string; [option: string]: unknown }[]): ModelPlan {
  const model = { input: { width: 3, embeddings: [] }, trunk, outputs: [{ name: 'y', units: 2 }] };
  return planModel({ model, rows: 4 });
}

function valuesOf(of: ModelPlan, seed: number): Record<string, number[]> {
  const values = initialParameters(of, seed);
  return Object.fromEntries(
    of.parameters.map(({ name, slot: { offset, shape } }) => [
      name,
      Array.from(values.subarray(offset, offset + shape.reduce((a, b) => a * b, 1))),
    ]),
  );
}

it('gives parameters of one name and shape the same numbers in every model', () => {
  const one = valuesOf(plan({ name: 'dense', units: 4 }), 7);
  const other = valuesOf(
    plan(
      { name: 'dense', units: 4 },
      { name: 'dropout' },
      { name: 'batchNorm' },
      { name: 'dense', units: 5 },
    ),
    7,
  );
  expect(other['dense1.weight']).toEqual(one['dense1.weight']);
  expect(other['dense1.bias']).toEqual(one['dense1.bias']);
  expect(other['dense2.weight'].slice(0, 12)).not.toEqual(one['dense1.weight']);
  expect(other['batchNorm1.weight']).toEqual([1, 1, 1, 1]);
});

it('depends on the seed', () => {
  const one = valuesOf(plan({ name: 'dense', units: 4 }), 7);
  const other = valuesOf(plan({ name: 'dense', units: 4 }), 8);
  one['dense1.weight'].forEach((x, i) => expect(x).not.toBe(other['dense1.weight'][i]));
});

it('takes the bound of a bias from its layer, and zeros beside other initializers', () => {
  const biases = valuesOf(plan({ name: 'dense', units: 400 }), 1)['dense1.bias'];
  const largest = Math.max(...biases.map(Math.abs));
  expect(largest).toBeLessThanOrEqual(1 / Math.sqrt(3));
  expect(largest).toBeGreaterThan(0.9 / Math.sqrt(3));
  const own = plan({ name: 'dense', units: 4, initializer: { name: 'kaimingNormal' } });
  expect(valuesOf(own, 1)['dense1.bias']).toEqual([0, 0, 0, 0]);
});

it('starts running statistics at mean 0 and variance 1', () => {
  expect([...initialBuffers(plan({ name: 'batchNorm', momentum: null }))]).toEqual([0, 0, 0, 1, 1, 1, 0]);
});

it('names an initializer that is not there', () => {
  expect(() =>
    initialParameters(plan({ name: 'dense', units: 4, initializer: { name: 'xavier' } }), 1),
  ).toThrow("no initializer 'xavier'");
});
