import { describe, expect, test } from 'vitest';
import type { MinimizerProblem } from '../define.ts';
import { lbfgs } from './lbfgs.ts';

interface Counted extends MinimizerProblem {
  evaluations: number;
}

/** A function of its own gradient, counted. */
function problem(
  start: readonly number[],
  compute: (x: ArrayLike<number>, gradient: Float64Array | Float32Array) => number,
  Vector: typeof Float64Array | typeof Float32Array = Float64Array,
): Counted {
  const parameters = Vector.from(start);
  const gradient = new Vector(start.length);
  return {
    length: start.length,
    parameters,
    gradient,
    evaluations: 0,
    evaluate() {
      this.evaluations++;
      return compute(parameters, gradient);
    },
  };
}

/** 0.5 sum(i * x_i^2) */
const bowl = (x: ArrayLike<number>, gradient: Float64Array | Float32Array) => {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    gradient[i] = (i + 1) * x[i];
    loss += 0.5 * (i + 1) * x[i] * x[i];
  }
  return loss;
};
const rosenbrock = (x: ArrayLike<number>, gradient: Float64Array | Float32Array) => {
  const valley = x[1] - x[0] * x[0];
  gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * valley;
  gradient[1] = 200 * valley;
  return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley;
};
const at = (step: number, learningRate = 1) => ({ step, learningRate, scheduleFactor: 1 });

describe.each(['none', 'strongWolfe'] as const)('line search %s', (lineSearch) => {
  test('finds the minimum of a bowl in a step, and counts its evaluations', () => {
    const counted = problem([3, -2, 1, 0.5], bowl);
    const { loss, evaluations } = lbfgs.start(lbfgs.options.parse({ lineSearch }), 4).step(counted, at(1));
    expect(loss).toBe(0.5 * (9 + 8 + 3 + 1));
    expect(evaluations).toBe(counted.evaluations);
    counted.parameters.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-4));
  });

  test('goes on from what was saved as if it had not been interrupted', () => {
    const options = lbfgs.options.parse({ lineSearch, maximumIterations: 2, historySize: 3 });
    const steps = (from: ReturnType<typeof lbfgs.start>, on: Counted, count: number) => {
      for (let k = 0; k < count; k++) from.step(on, at(k + 1, 0.5));
    };
    const whole = problem([-0.5, 0.3], rosenbrock);
    steps(lbfgs.start(options, 2), whole, 6);

    const interrupted = problem([-0.5, 0.3], rosenbrock);
    const before = lbfgs.start(options, 2);
    steps(before, interrupted, 3);
    const saved = JSON.parse(JSON.stringify(before.save().numbers)) as Record<string, number>;
    const after = lbfgs.start(options, 2);
    after.restore({ numbers: saved, arrays: before.save().arrays });
    steps(after, interrupted, 3);
    expect(Array.from(interrupted.parameters)).toEqual(Array.from(whole.parameters));
  });

  test('never leaves parameters that are not finite', () => {
    // A barrier: infinite beyond 1, which a first full step jumps over.
    const barrier = problem([0.9], (x, gradient) => {
      gradient[0] = 1 / (1 - x[0]) - 1000;
      return x[0] < 1 ? -Math.log(1 - x[0]) - 1000 * x[0] : Number.NaN;
    });
    const minimizer = lbfgs.start(lbfgs.options.parse({ lineSearch }), 1);
    const start = -Math.log(0.1) * 1 - 900;
    for (let k = 0; k < 3; k++) minimizer.step(barrier, at(k + 1));
    expect(barrier.parameters[0]).toBeLessThan(1);
    expect(barrier.evaluate()).toBeLessThanOrEqual(start);
  });
});

test('with a line search the loss never rises', () => {
  const valley = problem([-1.2, 1], rosenbrock);
  const minimizer = lbfgs.start(lbfgs.options.parse({ lineSearch: 'strongWolfe', maximumIterations: 1 }), 2);
  const losses = Array.from({ length: 40 }, (_, k) => minimizer.step(valley, at(k + 1)).loss);
  losses.slice(1).forEach((loss, k) => expect(loss).toBeLessThanOrEqual(losses[k]));
  expect(losses[39]).toBeLessThan(1e-8);
});

test('stops at once where the gradient is 0', () => {
  const settled = problem([0, 0], bowl);
  expect(lbfgs.start(lbfgs.options.parse({}), 2).step(settled, at(1))).toEqual({ loss: 0, evaluations: 1 });
});

test('max_iter 3 makes two moves only, as in PyTorch, whose max_eval is then 3', () => {
  const counted = problem([3, -2], bowl);
  const { evaluations } = lbfgs
    .start(lbfgs.options.parse({ maximumIterations: 3 }), 2)
    .step(counted, at(1, 0.1));
  expect(evaluations).toBe(3);
});

test('works on float32 vectors', () => {
  const counted = problem([3, -2, 1], bowl, Float32Array);
  lbfgs.start(lbfgs.options.parse({ lineSearch: 'strongWolfe' }), 3).step(counted, at(1));
  counted.parameters.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-4));
});
