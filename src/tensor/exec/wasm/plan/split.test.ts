import { expect, it } from 'vitest';
import type { Program } from '../../../graph/program.ts';
import { add, matmul, multiply, read } from '../../../ops/build/index.ts';
import { planProgram } from './planProgram.ts';

const slot = (name: string, shape: readonly number[]) =>
  ({ block: name, name, offset: 0, shape, dtype: 'f32' }) as const;

/** How many calls two threads share. */
function shared(program: Program, { useLibrary = false, awake = false } = {}): number {
  const slots = program.assignments.map((assignment) => assignment.slot);
  const layout = [...slots, ...inputs].map(({ name, shape, dtype }) => ({
    name,
    dtype,
    length: shape.reduce((product, size) => product * size, 1),
  }));
  const { splits } = planProgram(program, layout, { threads: 2, useLibrary: () => useLibrary, awake });
  return splits.filter((split) => split !== undefined).length;
}

const inputs = [
  slot('a', [32, 784]),
  slot('b', [784, 128]),
  slot('c', [128, 784]),
  slot('d', [784, 512]),
  slot('v', [100_000]),
  slot('w', [2_000_000]),
  slot('square', [64, 64]),
];
const [a, b, c, d, v, w] = inputs.map(read);

const product = (x: typeof a, y: typeof a): Program => ({
  name: 'product',
  assignments: [{ slot: slot('result', [x.shape[0], y.shape[1]]), value: matmul(x, y) }],
});
const update = (x: typeof v): Program => ({
  name: 'update',
  assignments: [{ slot: slot('result', x.shape), value: add(multiply(x, 3), 1) }],
});

it('leaves a program that is soon done to one thread', () => {
  expect(shared(product(a, b), { useLibrary: true })).toBe(0);
  expect(shared(update(v))).toBe(0);
});

it('shares a product and a pass that take long', () => {
  expect(shared(product(c, d))).toBe(1);
  expect(shared(product(c, d), { useLibrary: true })).toBe(1);
  expect(shared(update(w))).toBe(1);
});

it('does not count what is done in a moment, however often', () => {
  const square = slot('square', [64, 64]);
  const squares = Array.from({ length: 30 }, (_, at) => slot(`result ${at}`, [64, 64]));
  const assignments = squares.map((own) => ({ slot: own, value: matmul(read(own), read(square)) }));
  expect(shared({ name: 'many', assignments })).toBe(0);
});

it('counts a product as faster where a library does it', () => {
  const twice: Program = {
    name: 'two products',
    assignments: [
      { slot: slot('first', [32, 128]), value: matmul(a, b) },
      {
        slot: slot('second', [784, 128]),
        value: matmul(a, read(slot('first', [32, 128])), { transposeA: true }),
      },
    ],
  };
  expect([shared(twice), shared(twice, { useLibrary: true })]).toEqual([2, 0]);
});

it('shares less where the threads are at work already, but nothing that is done in a moment', () => {
  expect(shared(update(v), { awake: true })).toBe(0);
  const larger = slot('larger', [500_000]);
  const copy: Program = {
    name: 'update',
    assignments: [{ slot: larger, value: add(multiply(read(larger), 3), 1) }],
  };
  expect([shared(copy), shared(copy, { awake: true })]).toEqual([0, 1]);
});
