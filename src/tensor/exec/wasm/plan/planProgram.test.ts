import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientProgram, planModel, updateProgram } from '../../../../nn/index.ts';
import { adam } from '../../../../nn/optimizers/adam.ts';
import { blockFor, slotFor } from '../../../../testing/tensor/evaluate.ts';
import { randomGraph } from '../../../../testing/tensor/randomGraph.ts';
import {
  add,
  divide,
  exp,
  gradients,
  less,
  lessEqual,
  matmul,
  mean,
  multiply,
  negate,
  type Program,
  random,
  read,
  reshape,
  select,
  type Shape,
  slice,
  softmax,
  square,
  squareRoot,
  subtract,
  sum,
  tanh,
  type Tensor,
  transpose,
  variance,
  withLabel,
} from '../../../index.ts';
import { type Access, readsOf, temporariesOf, writesOf } from './accesses.ts';
import { bytesOf, type Call, type Plan } from './plan.ts';
import { planProgram } from './planProgram.ts';
import { printPlan } from './printPlan.ts';

/** The net of the contract: 30-64-32-2, ReLU, softmax cross-entropy, Adam, 32 rows. */
function stepPlans(): readonly Plan[] {
  const plan = planModel({
    model: {
      input: { width: 30, embeddings: [] },
      trunk: [64, 32].flatMap((units) => [{ name: 'dense', units }, { name: 'activation' }]),
      outputs: [{ name: 'y', units: 2 }],
    },
    rows: 32,
    losses: [{ output: 'y', name: 'crossEntropy' }],
    optimizer: { definition: adam as never, options: adam.options.parse({}) },
  });
  return [gradientProgram(plan, { rows: 32 }), updateProgram(plan)].map((program) =>
    planProgram(program, plan.layout),
  );
}

/** A random program with its gradients: every tensor in it is used, and views, reductions and products meet. */
function randomProgram(seed: number): Plan {
  const { inputs, build } = randomGraph(seed);
  const sources = inputs.map((input, i) => slotFor(`input${i}`, input));
  const leaves = sources.map(read);
  const values = build(...leaves);
  const loss = values.map((x) => sum(x)).reduce(add);
  const all: readonly Tensor[] = [...values, ...gradients(loss, leaves)];
  const targets = all.map((value, i) => slotFor(`output${i}`, value));
  const program: Program = {
    name: `random ${seed}`,
    assignments: all.map((value, i) => ({ slot: targets[i], value })),
  };
  return planProgram(program, [...sources, ...targets].map(blockFor));
}

/** Follows a run element by element: what is read must be what the plan says lies there, and must have been written. */
function follow(plan: Plan): void {
  const owner = new Map<number, number>();
  plan.calls.forEach((call, at) => {
    const reads = readsOf(call).map((access) => ({ access, isWrite: false }));
    const writes = writesOf(call).map((access) => ({ access, isWrite: true }));
    const inOrder = [...reads, ...writes].sort((a, b) => a.access.time - b.access.time);
    for (const { access, isWrite } of inOrder)
      for (const byte of scratchBytesOf(plan, call, access)) {
        if (isWrite) owner.set(byte, access.buffer);
        const what = `call ${at + 1} reads ${plan.buffers[access.buffer].name} at ${byte}`;
        expect(owner.get(byte), what).toBe(access.buffer);
      }
    for (const temporary of temporariesOf(call)) {
      const whole = { buffer: temporary, from: 0, end: plan.buffers[temporary].length, time: 0 };
      for (const byte of scratchBytesOf(plan, call, whole)) owner.set(byte, temporary);
    }
    for (const { access } of inOrder)
      for (const byte of scratchBytesOf(plan, call, access)) expect(owner.get(byte)).toBe(access.buffer);
  });
}

/** First bytes of the elements that an access touches in the temporary memory; none if it lies elsewhere. */
function scratchBytesOf(plan: Plan, call: Call, access: Access): readonly number[] {
  const { area, offset, dtype } = plan.buffers[access.buffer];
  if (area !== 'scratch') return [];
  return elementsOf(call, access).map((element) => offset + element * bytesOf(dtype));
}

function elementsOf(call: Call, { from, end, place }: Access): readonly number[] {
  if (!place) return Array.from({ length: end - from }, (_, i) => from + i);
  const sizes = call.kernel === 'nest' ? call.axes.map(({ size }) => size) : productSizes(call);
  return place.coefficients.reduce<readonly number[]>(
    (elements, step, axis) =>
      step === 0
        ? elements
        : elements.flatMap((element) => Array.from({ length: sizes[axis] }, (_, i) => element + i * step)),
    [place.offset],
  );
}

function productSizes(call: Call): readonly number[] {
  if (call.kernel !== 'product') throw new TypeError(`a ${call.kernel} has no places`);
  return [call.batch, call.m, call.n];
}

describe('a plan', () => {
  it('keeps no two live buffers in one place, and reads nothing before it is written', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => follow(randomProgram(seed))),
      { numRuns: 150 },
    );
    stepPlans().forEach(follow);
  });

  it('is a pure function of program and layout', () => {
    expect(stepPlans()).toEqual(stepPlans());
    expect(randomProgram(7)).toEqual(randomProgram(7));
  });

  it('stays within the temporary memory that it asks for', () => {
    for (const plan of [...stepPlans(), ...Array.from({ length: 40 }, (_, seed) => randomProgram(seed))])
      for (const call of plan.calls)
        for (const access of [...readsOf(call), ...writesOf(call)])
          for (const byte of scratchBytesOf(plan, call, access)) expect(byte).toBeLessThan(plan.scratchBytes);
  });
});

describe('the step of a small net', () => {
  it('is at most 20 calls, gradient and update together', () => {
    const calls = stepPlans().reduce((count, plan) => count + plan.calls.length, 0);
    expect(calls).toBeLessThanOrEqual(20);
  });
});

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
