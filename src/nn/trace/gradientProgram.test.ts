import { describe, expect, it } from 'vitest';
import { l2ForTest } from '../../testing/nn/penaltiesForTest.ts';
import { evaluateProgram } from './evaluateProgram.ts';
import { gradientProgram } from './gradientProgram.ts';
import type { ModelPlan, ModelSettings } from './modelPlan.ts';
import { planModel } from './planModel.ts';
import { predictProgram } from './predictProgram.ts';
import { scattered, sessionForTest, type TestSession } from '../../testing/nn/sessionForTest.ts';
import { sharesProgram } from './sharesProgram.ts';

const settings: ModelSettings = {
  model: {
    input: { width: 3, embeddings: [{ name: 'city', size: 4, dimension: 2 }] },
    trunk: [
      { name: 'dense', units: 4 },
      { name: 'layerNorm' },
      { name: 'activation', activation: { name: 'tanh' } },
      {
        name: 'residual',
        layers: [
          { name: 'dense', units: 6 },
          { name: 'activation', activation: { name: 'softplus' } },
        ],
      },
    ],
    outputs: [
      { name: 'price', units: 2 },
      { name: 'kind', units: 3, layers: [{ name: 'prelu' }] },
    ],
  },
  rows: 6,
  losses: [
    { output: 'price', name: 'huber', weight: 2 },
    { output: 'price', name: 'meanSquaredError', weighted: true },
    { output: 'kind', name: 'crossEntropy', weight: 0.5, classWeights: [1, 2, 0.5], labelSmoothing: 0.1 },
  ],
  penalties: [l2ForTest(0.1)],
};
const codes = [0, 3, 1, 1, 2, 0];
const classes = [2, 0, 1, 1, 0, 2];
const weights = [1, 0.5, 2, 0, 1, 3];

/** Writes rows `from` to `to` of the data above; the normalisers are those of all six rows. */
function writeRows(plan: ModelPlan, test: TestSession, from: number, to: number): void {
  const batch = plan.batch(to - from);
  test.write(batch.features, scattered(18).slice(from * 3, to * 3));
  test.write(batch.codes, codes.slice(from, to));
  test.write(batch.targets.price, scattered(12, 100).slice(from * 2, to * 2));
  test.write(batch.targets.kind, classes.slice(from, to));
  test.write(batch.rowWeights[1], weights.slice(from, to));
  const { definition, options } = plan.losses[2];
  const counted = [
    6,
    7.5,
    classes.reduce((total, target) => total + definition.rowWeight!(target, options), 0),
  ];
  plan.losses.forEach((loss, i) =>
    test.write(plan.slots.normalisers[i], [1 / (counted[i] * loss.elementsPerRow)]),
  );
}

function wholeBatch(): { plan: ModelPlan; test: TestSession } {
  const plan = planModel(settings);
  const test = sessionForTest(plan);
  writeRows(plan, test, 0, 6);
  test.run(gradientProgram(plan, { rows: 6, rowLosses: true }));
  return { plan, test };
}

describe('gradientProgram', () => {
  it('agrees with central differences for every parameter', () => {
    const { plan, test } = wholeBatch();
    const analytic = test.read(plan.slots.gradients);
    const parameters = test.session.view(plan.slots.parameters);
    const totalAt = (i: number, x: number): number => {
      const before = parameters[i];
      parameters[i] = x;
      test.run(gradientProgram(plan, { rows: 6, rowLosses: true }));
      parameters[i] = before;
      return test.read(plan.slots.total)[0];
    };
    const step = 1e-5;
    analytic.forEach((slope, i) => {
      const x = parameters[i];
      const numeric = (totalAt(i, x + step) - totalAt(i, x - step)) / (2 * step);
      expect(Math.abs(slope - numeric)).toBeLessThan(1e-8);
    });
    expect(analytic.length).toBe(plan.parameterCount);
  });

  it('gives each part, the penalty and their weighted total', () => {
    const { plan, test } = wholeBatch();
    const [huber, squared, entropy] = plan.slots.lossParts.map((slot) => test.read(slot)[0]);
    const [penalty] = test.read(plan.slots.penalty);
    expect(test.read(plan.slots.total)[0]).toBeCloseTo(2 * huber + squared + 0.5 * entropy + penalty, 12);
    const decayed = test.read(plan.slots.parameters).slice(0, plan.decayedCount);
    expect(penalty).toBeCloseTo(0.1 * decayed.reduce((total, x) => total + x * x, 0), 12);
    const rows = test.read(plan.batch(6).rowLosses[1]);
    const mean = rows.reduce((total, loss, i) => total + weights[i] * loss, 0) / 7.5;
    expect(squared).toBeCloseTo(mean, 12);
  });

  it('adds slices up to the gradient of the whole batch', () => {
    const { plan, test: whole } = wholeBatch();
    const test = sessionForTest(plan);
    writeRows(plan, test, 0, 4);
    test.run(gradientProgram(plan, { rows: 4 }));
    writeRows(plan, test, 4, 6);
    test.run(gradientProgram(plan, { rows: 2, accumulate: true }));
    const expected = whole.read(plan.slots.gradients);
    test.read(plan.slots.gradients).forEach((slope, i) => expect(slope).toBeCloseTo(expected[i], 13));
    expect(test.read(plan.slots.total)[0]).toBeCloseTo(whole.read(plan.slots.total)[0], 13);
    expect(test.read(plan.slots.lossParts[2])[0]).toBeCloseTo(whole.read(plan.slots.lossParts[2])[0], 13);
  });

  it('agrees with evaluation where nothing differs between the modes', () => {
    const { plan, test } = wholeBatch();
    const parts = plan.slots.lossParts.map((slot) => test.read(slot)[0]);
    test.run(evaluateProgram(plan, { rows: 6 }));
    expect(plan.slots.lossParts.map((slot) => test.read(slot)[0])).toEqual(parts);
    const evaluated = test.read(plan.batch(6).predictions.kind);
    test.write(
      plan.batch(6).predictions.kind,
      evaluated.map(() => 0),
    );
    test.run(predictProgram(plan, { rows: 6 }));
    expect(test.read(plan.batch(6).predictions.kind)).toEqual(evaluated);
  });

  it('takes the only loss as the total where there is nothing to add', () => {
    const plan = planModel({
      ...settings,
      losses: [{ output: 'kind', name: 'crossEntropy' }],
      penalties: [],
    });
    expect(plan.slots.total).toBe(plan.slots.lossParts[0]);
    const program = gradientProgram(plan, { rows: 6 });
    expect(program.assignments).toHaveLength(plan.parameters.length + 1);
  });
});

describe('sharesProgram', () => {
  it('gives the squared length of the gradient of each weighted loss', () => {
    const { plan, test } = wholeBatch();
    test.run(sharesProgram(plan, { rows: 6 }));
    const shares = plan.slots.shares.map((slot) => test.read(slot)[0]);
    const alone = planModel({ ...settings, losses: [settings.losses![0]], penalties: [] });
    const other = sessionForTest(alone);
    other.write(alone.batch(6).features, scattered(18));
    other.write(alone.batch(6).codes, codes);
    other.write(alone.batch(6).targets.price, scattered(12, 100));
    other.write(alone.slots.normalisers[0], [1 / (6 * alone.losses[0].elementsPerRow)]);
    other.run(gradientProgram(alone, { rows: 6 }));
    const squared = other.read(alone.slots.gradients).reduce((total, x) => total + x * x, 0);
    expect(shares[0]).toBeCloseTo(squared, 12);
    expect(shares.every((share) => share > 0)).toBe(true);
  });
});
