import { expect, it } from 'vitest';
import type { Slot } from '../../../graph/tensor.ts';
import { add, matmul, multiply, read } from '../../../ops/build/index.ts';
import { planProgram } from './planProgram.ts';
import { waitsOf } from './waits.ts';

const slot = (name: string, shape: readonly number[]): Slot => ({
  block: name,
  name,
  offset: 0,
  shape,
  dtype: 'f32',
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => slot(name, [512, 512]));
const few = slot('few', [3]);
const [first, second] = [matmul(read(a), read(b)), matmul(read(b), read(a))];

/** Before which calls two threads wait for one another, and whether at the end. */
function waits(...assignments: { slot: Slot; value: typeof first }[]): readonly boolean[] {
  const layout = [a, b, c, d, few].map(({ name, shape, dtype }) => ({
    name,
    dtype,
    length: shape.reduce((product, size) => product * size, 1),
  }));
  return waitsOf(planProgram({ name: 'test', assignments }, layout, { threads: 2, useLibrary: () => true }));
}

it('waits for what another thread may still write', () => {
  expect(waits({ slot: c, value: matmul(first, read(b)) })).toEqual([false, true, true]);
});

it('waits for what another thread may still read', () => {
  const after = { slot: a, value: multiply(read(d), 2) };
  expect(waits({ slot: c, value: first }, after)).toEqual([false, true, true]);
});

it('does not wait between calls that have nothing to do with one another', () => {
  expect(waits({ slot: c, value: first }, { slot: d, value: second })).toEqual([false, false, true]);
  const alone = { slot: few, value: add(read(few), 1) };
  expect(waits({ slot: c, value: first }, alone)).toEqual([false, false, true]);
});

it('does not wait at all where one thread does everything', () => {
  expect(waits({ slot: few, value: add(multiply(read(few), 2), 1) })).toEqual([false, false]);
});
