import { describe, expect, it } from 'vitest';
import { blockFor, slotFor } from '../../../../testing/tensor/evaluate.ts';
import {
  add,
  divide,
  exp,
  less,
  lessEqual,
  matmul,
  mean,
  multiply,
  negate,
  random,
  read,
  reshape,
  select,
  slice,
  softmax,
  square,
  squareRoot,
  subtract,
  sum,
  tanh,
  transpose,
  variance,
  withLabel,
  type Shape,
  type Tensor,
} from '../../../index.ts';
import type { Plan } from './plan.ts';
import { planProgram } from './planProgram.ts';
import { printPlan } from './printPlan.ts';

/** The plan of values of some inputs, each in a block of its own. */
function planOf(shapes: readonly Shape[], build: (...inputs: Tensor[]) => readonly Tensor[]): Plan {
  const sources = shapes.map((shape, i) => slotFor(`x${i}`, { shape, dtype: 'f32' }));
  const values = build(...sources.map(read));
  const targets = values.map((value, i) => slotFor(`y${i}`, value));
  const assignments = values.map((value, i) => ({ slot: targets[i], value }));
  return planProgram({ name: 'p', assignments }, [...sources, ...targets].map(blockFor));
}

describe('fusion', () => {
  const calls = (...given: Parameters<typeof planOf>): number => planOf(...given).calls.length;

  it('makes one loop of an elementwise chain, views included', () => {
    const build = (x: Tensor, row: Tensor): Tensor[] => [
      multiply(add(transpose(x), reshape(slice(row, [2], [5]), [1, 5])), exp(negate(transpose(x)))),
    ];
    expect(calls([[5, 7], [9]], build)).toBe(1);
    expect(planOf([[5, 7], [9]], build).scratchBytes).toBe(0);
  });

  it('puts bias, activation and the mask of its derivative behind products', () => {
    const forward = (x: Tensor, w: Tensor, b: Tensor): Tensor[] => [
      tanh(add(matmul(x, w), reshape(b, [1, 8]))),
    ];
    expect(calls([[4, 6], [6, 8], [8]], forward)).toBe(1);
    const backward = (g: Tensor, w: Tensor, z: Tensor): Tensor[] => [
      select(lessEqual(z, 0), 0, matmul(g, w, { transposeB: true })),
    ];
    expect(
      calls(
        [
          [4, 8],
          [6, 8],
          [4, 6],
        ],
        backward,
      ),
    ).toBe(1);
  });

  it('makes one nest of a softmax, short or long', () => {
    expect(calls([[32, 3]], (x) => [softmax(x)])).toBe(1);
    expect(calls([[32, 300]], (x) => [softmax(x)])).toBe(1);
  });

  it('makes one nest of a norm over rows, and of one over columns', () => {
    const norm =
      (axis: number) =>
      (x: Tensor): Tensor[] => [
        divide(
          subtract(x, mean(x, axis, { keep: true })),
          squareRoot(add(variance(x, axis, { keep: true }), 1e-5)),
        ),
      ];
    expect(calls([[32, 40]], norm(0))).toBe(1);
    expect(calls([[32, 40]], norm(1))).toBe(1);
  });

  it('stores several results from one loop, and works in place', () => {
    const slots = ['parameter', 'mean', 'gradient'].map((name) =>
      slotFor(name, { shape: [100], dtype: 'f32' }),
    );
    const [parameter, mean, gradient] = slots.map(read);
    const next = add(multiply(mean, 0.9), multiply(gradient, 0.1));
    const assignments = [
      { slot: slots[0], value: subtract(parameter, multiply(next, 0.01)) },
      { slot: slots[1], value: next },
    ];
    const plan = planProgram({ name: 'update', assignments }, slots.map(blockFor));
    expect(plan.calls).toHaveLength(1);
    expect(plan.scratchBytes).toBe(0);
  });

  it('makes and applies a dropout mask in the pass that uses it', () => {
    const key = slotFor('key', { shape: [4], dtype: 'i32' });
    const x = slotFor('x', { shape: [6, 5], dtype: 'f32' });
    const [y, z] = [
      { ...x, block: 'y' },
      { ...x, block: 'z' },
    ];
    const kept = less(random('dropout1', [6, 5], read(key)), 0.5);
    const assignments = [
      { slot: y, value: multiply(read(x), kept) },
      { slot: z, value: multiply(exp(read(x)), kept) },
    ];
    expect(planProgram({ name: 'p', assignments }, [key, x, y, z].map(blockFor)).calls).toHaveLength(1);
  });

  it('computes what is expensive once, and what is cheap wherever it is needed', () => {
    const times = (op: string, shared: (x: Tensor) => Tensor): number => {
      const plan = planOf([[9, 6]], (x) => [sum(shared(x), 0), sum(shared(x), 1)]);
      const steps = plan.calls.flatMap((call) => ('steps' in call ? call.steps : []));
      return steps.filter((step) => step.kind === 'apply' && step.op === op).length;
    };
    expect(times('exp', exp)).toBe(1);
    expect(times('add', (x) => add(x, 1))).toBe(2);
  });

  it('prints so that a person can follow it', () => {
    const plan = planOf([[4, 6], [6, 3], [3], [4, 3]], (x, w, b, y) => {
      const scores = withLabel(add(matmul(x, w), reshape(b, [1, 3])), 'scores');
      return [softmax(scores), mean(square(subtract(scores, y)))];
    });
    expect(printPlan(plan)).toMatchInlineSnapshot(`
      "plan p: 3 calls, 128 bytes of temporaries
        1. product 4x3x6 NN: C = x0 x1
             matmul0@0[3 i + j] = C
        2. nest i < 4 in lanes, j < 3 reduced
             t0 = (matmul0@0[3 i + j] + x2[j])
             t1 = exp((t0 - select(isFinite(r0), r0, 0)))
             r0 = max t0
             r1 = sum t1
             exp2@64[3 i + j] = t1
             y0[3 i + j] = (exp2@64[3 i + j] / r1)
        3. nest i < 4 reduced, j < 3 reduced
             r0 = sum (((matmul0@0[3 i + j] + x2[j]) - x3[3 i + j]) * ((matmul0@0[3 i + j] + x2[j]) - x3[3 i + j]))
             y1[0] = (r0 / 12)
      "
    `);
  });
});
