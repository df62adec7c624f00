import { describe, expect, test } from 'vitest';
import { constant, createReferenceExecutor, gradients, type Tensor } from '../../tensor/index.ts';
import { evaluate } from '../../testing/tensor/evaluate.ts';
import type { PenaltyDefinition } from '../define.ts';
import { penalties } from './index.ts';

const weights = [3, -0.5, 0, 4, 0.01, -2];
const matrix = { shape: [2, 3], dtype: 'f32', values: weights } as const;

function run(build: (w: Tensor) => readonly Tensor[]): number[][] {
  const results = evaluate(createReferenceExecutor(), [matrix], (w) => build(w));
  return results.map((view) => Array.from(view, (value) => Number(value.toPrecision(12)) + 0));
}

/** A penalty's value and gradient at `weights`. */
function valueOf(
  penalty: PenaltyDefinition<unknown>,
  options: unknown,
): { value: number; gradient: number[] } {
  const [value, gradient] = run((w) => {
    const loss = penalty.value!(w, penalty.options.parse(options));
    return [loss, ...gradients(loss, [w])];
  });
  return { value: value[0], gradient };
}

function projected(penalty: PenaltyDefinition<unknown>, options: unknown, learningRate: number): number[] {
  return run((w) => [penalty.project!(w, penalty.options.parse(options), constant(learningRate))])[0];
}

test('l1 has the sign as gradient, and 0 at 0', () => {
  const { value, gradient } = valueOf(penalties.l1, { strength: 0.5 });
  expect(value).toBe(4.755);
  expect(gradient).toEqual([0.5, -0.5, 0, 0.5, 0.5, -0.5]);
});

test('l2 has no factor of a half', () => {
  const { value, gradient } = valueOf(penalties.l2, { strength: 0.5 });
  expect(value).toBe(14.62505);
  expect(gradient).toEqual(weights);
});

test('elastic lies between l1 and l2', () => {
  const at = (mix: number) => valueOf(penalties.elastic, { strength: 0.5, mix });
  expect(at(1)).toEqual(valueOf(penalties.l1, { strength: 0.5 }));
  expect(at(0)).toEqual(valueOf(penalties.l2, { strength: 0.5 }));
  expect(at(0.25).value).toBeCloseTo(0.25 * 4.755 + 0.75 * 14.62505, 10);
});

test('l1Proximal moves weights by rate times strength, and to exactly 0 on the way', () => {
  expect(projected(penalties.l1Proximal, { strength: 2 }, 0.25)).toEqual([2.5, 0, 0, 3.5, 0, -1.5]);
});

test('maxNorm shortens the columns that are too long, and those alone', () => {
  const [a, b, c, d, e, f] = projected(penalties.maxNorm, { limit: 1 }, 0.1);
  expect([a, d]).toEqual([0.6, 0.8]);
  expect([b, e]).toEqual([-0.5, 0.01]);
  expect([c, f]).toEqual([0, -1]);
});

test('maxNorm leaves a unit without any weight alone', () => {
  const zeros = { ...matrix, values: [0, 0, 0, 0, 0, 0] };
  const [result] = evaluate(createReferenceExecutor(), [zeros], (w) => [
    penalties.maxNorm.project!(w, { limit: 1 }, constant(1)),
  ]);
  expect(Array.from(result)).toEqual(zeros.values);
});

test('custom is the sum of its formula over the weights', () => {
  const own = valueOf(penalties.custom, { strength: 0.5, formula: 'w^2' });
  expect(own).toEqual(valueOf(penalties.l2, { strength: 0.5 }));
  expect(() => valueOf(penalties.custom, { formula: '3' })).toThrow(/constant/);
});

describe.each(Object.entries(penalties))('%s', (name, penalty) => {
  test('is listed under its own name, with a sentence, and adds or projects', () => {
    expect(penalty.name).toBe(name);
    expect(penalty.summary).toMatch(/\.$/);
    expect(Boolean(penalty.value) !== Boolean(penalty.project)).toBe(true);
  });

  test('refuses a negative strength and unknown options', () => {
    const own = penalty.value || name === 'l1Proximal' ? 'strength' : 'limit';
    expect(() => penalty.options.parse({ formula: 'w', [own]: -1 })).toThrow();
    expect(() => penalty.options.parse({ strenght: 1 })).toThrow(/strenght/);
  });
});
