import { describe, expect, it } from 'vitest';
import { sgd } from '../optimizers/sgd.ts';
import { checkProgram } from './checkProgram.ts';
import type { ClipSetting, ModelSettings } from './modelPlan.ts';
import { boxForTest } from '../../testing/nn/penaltiesForTest.ts';
import { planModel } from './planModel.ts';
import { projectProgram } from './projectProgram.ts';
import { scattered, sessionForTest } from '../../testing/nn/sessionForTest.ts';
import { updateProgram } from './updateProgram.ts';

const base: ModelSettings = {
  model: { input: { width: 2, embeddings: [] }, trunk: [], outputs: [{ name: 'y', units: 3 }] },
  rows: 4,
  losses: [{ output: 'y', name: 'meanSquaredError' }],
};

function optimizer(options: Record<string, unknown> = {}) {
  return { definition: sgd, options: sgd.options.parse(options) };
}

/** Parameters before and after one step of SGD with rate 1 along known gradients. */
function stepWith(settings: Partial<ModelSettings>, options = {}) {
  const plan = planModel({ ...base, optimizer: optimizer(options), ...settings });
  const test = sessionForTest(plan);
  const before = test.read(plan.slots.parameters);
  const gradient = scattered(9, 40);
  test.write(plan.slots.gradients, gradient);
  const step = { step: 1, learningRate: 1, scheduleFactor: 1 };
  for (const [name, value] of Object.entries(sgd.scalars(optimizer(options).options, step, {}))) {
    test.write(plan.slots.scalars[name], [value]);
  }
  test.run(updateProgram(plan));
  const after = test.read(plan.slots.parameters);
  return { plan, test, before, gradient, moves: before.map((x, i) => x - after[i]), after };
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((x, i) => expect(x).toBeCloseTo(expected[i], 12));
}

describe('updateProgram', () => {
  it('runs the formula over both ranges, with decay on the first alone', () => {
    const { before, gradient, moves } = stepWith({}, { weightDecay: 0.5 });
    expectClose(
      moves,
      gradient.map((g, i) => (i < 6 ? g + 0.5 * before[i] : g)),
    );
  });

  it('decays biases too when asked', () => {
    const { before, gradient, moves } = stepWith({ decayBiases: true }, { weightDecay: 0.5 });
    expectClose(
      moves,
      gradient.map((g, i) => g + 0.5 * before[i]),
    );
  });

  it('keeps state from step to step', () => {
    const { plan, test, gradient } = stepWith({}, { momentum: 0.5 });
    expectClose(test.read(plan.slots.state.velocity.slot), gradient);
  });

  it('clips by the norm over all ranges, then by value', () => {
    const clip: ClipSetting = { norm: 0.5, value: 0.2 };
    const { plan, test, gradient, moves } = stepWith({ clip });
    const norm = Math.sqrt(gradient.reduce((total, g) => total + g * g, 0));
    const scaled = gradient.map((g) => (g * 0.5) / (norm + 1e-6));
    expect(scaled.some((g) => Math.abs(g) > 0.2)).toBe(true);
    expectClose(
      moves,
      scaled.map((g) => Math.max(-0.2, Math.min(0.2, g))),
    );
    expect(test.read(plan.slots.gradientNorm)[0]).toBeCloseTo(norm, 12);
  });

  it('leaves gradients shorter than the norm alone', () => {
    const { gradient, moves } = stepWith({ clip: { norm: 100, value: null } });
    expectClose(moves, gradient);
  });

  it('needs an optimizer', () => {
    expect(() => updateProgram(planModel(base))).toThrow('no optimizer');
  });
});

describe('checkProgram', () => {
  it.each([
    ['finite', 0.5, 0.25, true],
    ['a gradient that is not a number', Number.NaN, 0.25, false],
    ['an infinite loss', 0.5, Infinity, false],
    ['infinities of both signs', -Infinity, Infinity, false],
  ])('%s', (_, gradient, loss, finite) => {
    const plan = planModel(base);
    const test = sessionForTest(plan);
    test.write(plan.slots.gradients, [0, 0, 0, 0, 0, 0, 0, 0, gradient]);
    test.write(plan.slots.total, [loss]);
    test.run(checkProgram(plan));
    expect(Number.isFinite(test.read(plan.slots.check)[0])).toBe(finite);
  });
});

describe('checkProgram of many gradients, which are summed in pieces', () => {
  const plan = planModel({
    ...base,
    model: { ...base.model, input: { width: 30_000, embeddings: [] } },
  });
  const last = plan.parameterCount - 1;

  it.each([0, 40_000, last - 10, last])('sees gradient %i', (index) => {
    const test = sessionForTest(plan);
    const gradients = new Float64Array(plan.parameterCount);
    gradients[index] = Number.NaN;
    test.write(plan.slots.gradients, gradients);
    test.run(checkProgram(plan));
    expect(test.read(plan.slots.check)[0]).toBeNaN();
  });

  it('sums each once', () => {
    const test = sessionForTest(plan);
    const gradients = Float64Array.from({ length: plan.parameterCount }, (_, index) => index);
    test.write(plan.slots.gradients, gradients);
    test.run(checkProgram(plan));
    expect(test.read(plan.slots.check)[0]).toBe((last * (last + 1)) / 2);
  });
});

describe('projectProgram', () => {
  it('projects parameters that decay, one penalty after another', () => {
    const plan = planModel({ ...base, penalties: [boxForTest(0.2), boxForTest(0.1)] });
    const test = sessionForTest(plan);
    const before = test.read(plan.slots.parameters);
    test.write(plan.slots.learningRate, [0.5]);
    test.run(projectProgram(plan)!);
    const box = (x: number, bound: number): number => 0.5 * Math.max(-bound, Math.min(bound, x));
    expectClose(
      test.read(plan.slots.parameters),
      before.map((x, i) => (i < 6 ? box(box(x, 0.2), 0.1) : x)),
    );
  });

  it('is nothing where no penalty projects', () => {
    expect(projectProgram(planModel(base))).toBeUndefined();
  });
});
