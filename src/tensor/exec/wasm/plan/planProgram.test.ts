import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientProgram, planModel, updateProgram } from '../../../../nn/index.ts';
import { adam } from '../../../../nn/optimizers/adam.ts';
import { blockFor, slotFor } from '../../../../testing/tensor/evaluate.ts';
import { randomGraph } from '../../../../testing/tensor/randomGraph.ts';
import { add, gradients, type Program, read, sum, type Tensor } from '../../../index.ts';
import { type Access, readsOf, temporariesOf, writesOf } from './accesses.ts';
import { bytesOf, type Call, type Plan } from './plan.ts';
import { planProgram } from './planProgram.ts';

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
