import { describe, expect, test } from 'vitest';
import { constant, createReferenceExecutor, multiply, read, sum, type Tensor } from '../../tensor/index.ts';
import { followOptimizer, type FlatProblem } from '../../testing/optimizers/followOptimizer.ts';
import { quadratic, rosenbrock } from '../../testing/optimizers/problems.ts';
import { evaluate } from '../../testing/tensor/evaluate.ts';
import type { MinimizerOptimizer, OptimizerOptions, UpdateOptimizer } from '../define.ts';
import { optimizers, type OptimizerName } from './index.ts';

type Any = UpdateOptimizer | MinimizerOptimizer;
const all = Object.entries(optimizers) as [OptimizerName, Any][];
const updates = all.filter((entry): entry is [OptimizerName, UpdateOptimizer] => entry[1].kind === 'update');
const reference = createReferenceExecutor();

function follow(name: OptimizerName, options: Record<string, unknown>, problem: FlatProblem, steps: number) {
  const optimizer = optimizers[name] as Any;
  return followOptimizer(reference, optimizer, optimizer.options.parse(options), problem, steps);
}

/** A loss whose gradient is the given number in each step, whatever the parameter. */
function givenGradients(values: readonly number[]): FlatProblem {
  return {
    start: Float64Array.of(1),
    loss: (parameters, input) => sum(multiply(parameters, input('gradient', [1]))),
    feed: (step) => ({ gradient: [values[step]] }),
  };
}

// Worked out by hand from the papers' formulas: rate 0.1, these gradients, start 1.
const gradients = [1, -0.5, 2, 0.3, 0.3];
test.each([
  ['sgd', {}, [0.9, 0.95, 0.75, 0.72, 0.69]],
  ['momentum', {}, [0.9, 0.86, 0.624, 0.3816, 0.13344]],
  ['nesterov', {}, [0.81, 0.824, 0.4116, 0.16344, -0.089904]],
  ['adam', {}, [0.9, 0.873366, 0.807555, 0.746554, 0.688393]],
  ['adamW', { weightDecay: 0.1 }, [0.89, 0.854466, 0.78011, 0.711308, 0.646034]],
] as const)('%s on known gradients', (name, options, expected) => {
  const { path } = follow(name, { learningRate: 0.1, ...options }, givenGradients(gradients), 5);
  path.forEach(([value], k) => expect(value).toBeCloseTo(expected[k], 6));
});

test('momentum and nesterov are sgd with these options', () => {
  const problem = rosenbrock(Float64Array.of(-1.2, 1));
  const asSgd = (nesterov: boolean) =>
    follow('sgd', { momentum: 0.8, nesterov, weightDecay: 0.1 }, problem, 5).path;
  expect(follow('momentum', { momentum: 0.8, weightDecay: 0.1 }, problem, 5).path).toEqual(asSgd(false));
  expect(follow('nesterov', { momentum: 0.8, weightDecay: 0.1 }, problem, 5).path).toEqual(asSgd(true));
});

test('sgd refuses Nesterov without momentum', () => {
  expect(() => optimizers.sgd.options.parse({ nesterov: true })).toThrow(/nesterov needs a momentum/);
});

describe.each(all)('%s', (name, optimizer) => {
  test('is listed under its own name, with a sentence, a formula and defaults', () => {
    expect(optimizer.name).toBe(name);
    expect(optimizer.summary).toMatch(/\.$/);
    expect(optimizer.formula).toContain('w = ');
    expect(optimizer.options.parse({}).learningRate).toBeGreaterThan(0);
    expect(() => optimizer.options.parse({ learningrate: 1 })).toThrow(/learningrate/);
    expect(() => optimizer.options.parse({ learningRate: -1 })).toThrow();
  });

  test('goes downhill', () => {
    const bowl = quadratic(Float64Array.of(2, -1), { shape: [2, 2], data: [2, 0.5, 0.5, 1] }, [0, 1]);
    const { losses, path } = follow(name, {}, bowl, 40);
    expect(losses[39]).toBeLessThan(losses[0]);
    expect(path[39].every(Number.isFinite)).toBe(true);
  });
});

describe.each(updates)('%s', (_, optimizer) => {
  /** Every option that adds a state, on. */
  const variants = [
    {},
    { momentum: 0.5 },
    { amsgrad: true },
    { centred: true, momentum: 0.5 },
    { weightDecay: 0.1 },
  ]
    .map((options) => optimizer.options.safeParse(options))
    .flatMap(({ data }) => (data ? [data] : []));

  /** One update of two equal parameters from given tensors. */
  function updated(options: OptimizerOptions, decayed: boolean): number[] {
    const scalars = optimizer.scalars(options, { step: 1, learningRate: 0.1, scheduleFactor: 1 }, {});
    const vector = (values: number[]) => ({ shape: [2], dtype: 'f32' as const, values });
    const scalar = Object.fromEntries(Object.entries(scalars).map(([key, value]) => [key, constant(value)]));
    const initial = Object.entries(optimizer.state(options));
    const state = Object.fromEntries(initial.map(([key, value]) => [key, constant(value, [2])]));
    const [result] = evaluate(reference, [vector([3, 3]), vector([0.2, -0.1])], (parameter, gradient) => [
      optimizer.update({ parameter, gradient, state, scalar }, options, decayed).parameter,
    ]);
    return Array.from(result);
  }

  test('updates exactly the states it declares, and names the same scalars in every step', () => {
    const slot = { block: 'x', offset: 0, shape: [2], dtype: 'f32' as const, name: 'x' };
    for (const options of variants) {
      const names = Object.keys(optimizer.state(options));
      const state = Object.fromEntries(names.map((name): [string, Tensor] => [name, read(slot)]));
      const at = (step: number) =>
        optimizer.scalars(options, { step, learningRate: 0.1, scheduleFactor: 1 }, {});
      const scalar = Object.fromEntries(
        Object.keys(at(1)).map((name): [string, Tensor] => [name, constant(1)]),
      );
      const after = optimizer.update(
        { parameter: read(slot), gradient: read(slot), state, scalar },
        options,
        true,
      );
      expect(Object.keys(after.state).toSorted()).toEqual(names.toSorted());
      expect(Object.keys(at(7))).toEqual(Object.keys(at(1)));
      expect(Object.values(at(1_000_000)).every(Number.isFinite)).toBe(true);
    }
  });

  test('never decays what must not be decayed', () => {
    const without = optimizer.options.safeParse({ weightDecay: 0 });
    if (!without.success) return;
    const strong = optimizer.options.parse({ weightDecay: 0.5 });
    expect(updated(strong, false)).toEqual(updated(without.data, true));
    expect(updated(strong, true)).not.toEqual(updated(strong, false));
  });
});

describe('weight decay of adamW', () => {
  const shrink = (decayForm: string, learningRate: number, scheduleFactor: number) => {
    const options = optimizers.adamW.options.parse({ weightDecay: 0.01, decayForm });
    return 1 - optimizers.adamW.scalars(options, { step: 1, learningRate, scheduleFactor }, {}).kept;
  };

  test('learningRateCoupled follows the rate, scheduleOnly its schedule alone', () => {
    expect(shrink('learningRateCoupled', 0.1, 1)).toBeCloseTo(1e-3, 14);
    expect(shrink('learningRateCoupled', 0.05, 0.5)).toBeCloseTo(5e-4, 14);
    expect(shrink('scheduleOnly', 0.1, 1)).toBeCloseTo(1e-2, 14);
    expect(shrink('scheduleOnly', 0.05, 0.5)).toBeCloseTo(5e-3, 14);
  });

  test('differs from L2 in adam, whose decay is divided by the size of the gradients', () => {
    const problem = givenGradients([100, 100, 100]);
    const [l2, decoupled] = (['adam', 'adamW'] as const).map(
      (name) => follow(name, { learningRate: 0.1, weightDecay: 0.1 }, problem, 3).path[2][0],
    );
    expect(l2).toBeCloseTo(0.7, 3);
    expect(decoupled).toBeLessThan(0.68);
  });
});

test('a schedule that moves momentum moves that of sgd and beta1 of adam', () => {
  const step = { step: 3, learningRate: 0.1, scheduleFactor: 1, momentum: 0.5 };
  expect(optimizers.momentum.scalars(optimizers.momentum.options.parse({}), step, {}).momentum).toBe(0.5);
  const { memory, rate } = optimizers.adam.scalars(optimizers.adam.options.parse({}), step, {});
  expect(memory).toBe(0.5);
  expect(rate).toBeCloseTo(0.1 / (1 - 0.125), 14);
});

test('centred rmsprop survives a gradient that never changes', () => {
  const { path } = follow(
    'rmsprop',
    { centred: true, alpha: 0.5, epsilon: 1e-3 },
    givenGradients(Array(80).fill(3)),
    80,
  );
  expect(path.every(([value]) => Number.isFinite(value))).toBe(true);
});

test('asgd keeps the plain mean of all parameters from averageFrom on', () => {
  const { path, states } = follow('asgd', { averageFrom: 3 }, givenGradients([1, 2, 3, 4, 5, 6, 7]), 7);
  const mean = (path[4][0] + path[5][0] + path[6][0]) / 3;
  expect(states.average[0]).toBeCloseTo(mean, 12);
});
