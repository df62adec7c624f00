import { describe, expect, it } from 'vitest';
import { constant, negate, read } from '../ops/build/index.ts';
import type { Layout, Program } from './program.ts';
import type { Slot, Tensor } from './tensor.ts';
import { verifyProgram } from './verifyProgram.ts';

const layout: Layout = [{ name: 'b', dtype: 'f32', length: 10 }];
const slot = (offset: number, length: number, more: Partial<Slot> = {}): Slot => {
  return { block: 'b', name: `s${offset}`, offset, shape: [length], dtype: 'f32', ...more };
};
const program = (...pairs: [Slot, Tensor][]): Program => {
  return { name: 'p', assignments: pairs.map(([target, value]) => ({ slot: target, value })) };
};
const verify =
  (...pairs: [Slot, Tensor][]) =>
  (): void =>
    verifyProgram(program(...pairs), layout);

describe('verifyProgram', () => {
  it('accepts overlapping reads, and a slot that is read and assigned', () => {
    expect(verify([slot(0, 4), read(slot(2, 4))], [slot(4, 4), read(slot(0, 4))])).not.toThrow();
  });

  it('accepts empty slots anywhere', () => {
    expect(verify([slot(0, 4), read(slot(2, 4))], [slot(2, 0), constant(0, [0])])).not.toThrow();
  });

  it.each([
    [
      'a value of another shape',
      verify([slot(0, 4), constant(1, [5])]),
      "p: slot 's0' is f32[4], but is given f32[5]",
    ],
    ['a value of another dtype', verify([slot(0, 4), constant(1, [4], 'i32')]), 'is given i32[4]'],
    [
      'two values for one element',
      verify([slot(0, 4), read(slot(0, 4))], [slot(3, 4), read(slot(0, 4))]),
      "'s0' and 's3' overlap",
    ],
    [
      'a read beyond the block',
      verify([slot(0, 4), read(slot(7, 4))]),
      "slot 's7' (f32 7..11) does not fit block 'b' (f32 0..10)",
    ],
    ['an assignment beyond the block', verify([slot(8, 4), constant(1, [4])]), 'does not fit block'],
    [
      'an unknown block',
      verify([slot(0, 4, { block: 'c' }), constant(1, [4])]),
      "block 'c', which the layout lacks",
    ],
    [
      'a slot of another dtype than its block',
      verify([slot(0, 4, { dtype: 'i32' }), constant(1, [4], 'i32')]),
      'does not fit block',
    ],
  ])('refuses %s', (_, run, message) => expect(run).toThrow(message));

  it('refuses a node that lies about its type', () => {
    const liar: Tensor = { ...negate(constant(1, [3])), shape: [4] };
    expect(verify([slot(0, 4), liar])).toThrow('negate makes f32[3] of its inputs, but the node says f32[4]');
  });

  it('refuses an operation that does not exist', () => {
    expect(verify([slot(0, 3), { ...negate(constant(1, [3])), op: 'invert' }])).toThrow(
      "no operation 'invert'",
    );
  });
});
