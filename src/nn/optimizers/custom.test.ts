import { expect, test } from 'vitest';
import { createReferenceExecutor } from '../../tensor/index.ts';
import { followOptimizer } from '../../testing/optimizers/followOptimizer.ts';
import { rosenbrock } from '../../testing/optimizers/problems.ts';
import type { OptimizerOptions, UpdateOptimizer } from '../define.ts';
import { adam } from './adam.ts';
import { custom } from './custom.ts';
import { sgd } from './sgd.ts';

function follow<Options extends OptimizerOptions>(
  optimizer: UpdateOptimizer<Options>,
  options: unknown,
): number[] {
  const problem = rosenbrock(Float64Array.of(-1.2, 1));
  const own = optimizer.options.parse(options);
  return followOptimizer(createReferenceExecutor(), optimizer, own, problem, 20).path.flatMap((at) => [
    ...at,
  ]);
}

test('is gradient descent unless it says more', () => {
  expect(follow(custom, { learningRate: 1e-4 })).toEqual(follow(sgd, { learningRate: 1e-4 }));
  const decayed = { learningRate: 1e-4, weightDecay: 0.1 };
  expect(follow(custom, decayed)).toEqual(follow(sgd, decayed));
});

test('can be adam', () => {
  const own = follow(custom, {
    learningRate: 0.05,
    scalars: [
      { name: 'first', formula: '1 - 0.9^t' },
      { name: 'second', formula: '1 - 0.999^t' },
    ],
    states: [
      { name: 'm', formula: '0.9 * m + 0.1 * g' },
      { name: 'h', formula: '0.999 * h + 0.001 * g^2' },
    ],
    parameter: 'w - rate * (m / first) / (squareRoot(h / second) + 1e-8)',
  });
  follow(adam, { learningRate: 0.05 }).forEach((value, i) => expect(own[i]).toBeCloseTo(value, 12));
});

test('a state sees the new value of those above it, and starts from its initial value', () => {
  const states = [
    { name: 'a', initial: 5, formula: 'a + 1' },
    { name: 'b', formula: 'a' },
  ];
  const problem = rosenbrock(Float64Array.of(-1.2, 1));
  const options = custom.options.parse({ states, parameter: 'w' });
  const { states: after } = followOptimizer(createReferenceExecutor(), custom, options, problem, 2);
  expect(after).toEqual({ a: Float64Array.of(7, 7), b: Float64Array.of(7, 7) });
});

test('refuses names that are taken or no names, and says what a formula does not know', () => {
  const named = (name: string) => ({ states: [{ name, formula: 'g' }] });
  expect(() => custom.options.parse(named('w'))).toThrow(/names of their own/);
  expect(() => custom.options.parse(named('2x'))).toThrow(/is a letter/);
  expect(() => follow(custom, { parameter: 'w - rate * gradient' })).toThrow(/no name 'gradient'/);
});
