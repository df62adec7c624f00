import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOps } from '../../../testing/tensor/checkOps.ts';
import { blockFor, slotFor } from '../../../testing/tensor/evaluate.ts';
import { exactly } from '../../../testing/tensor/compare.ts';
import { randomGraph } from '../../../testing/tensor/randomGraph.ts';
import { allSameAsReference } from '../../../testing/tensor/valueChecks.ts';
import { add, gather, literal, multiply, type Program, read, sum, transpose } from '../../index.ts';
import { createWasmExecutor, type WasmOptions } from './createWasmExecutor.ts';

describe('the wasm executor keeps the contract of executors', () => {
  for (const check of checkOps(createWasmExecutor({ reservedBytes: 2 ** 22 })))
    it(check.name, () => check.run());
});

describe('the same in shared memory', () => {
  const seeds = [2, 3, 5, 8, 13, 21];
  it.each(seeds)('random graph %i', (seed) => {
    const { inputs, build } = randomGraph(seed);
    allSameAsReference(createWasmExecutor({ shared: true }), `graph ${seed}`, inputs, build, exactly).run();
  });
});

it('agrees with the reference executor on graphs that nobody thought of', () => {
  const agrees = (seed: number, steps: number): void => {
    const { inputs, build } = randomGraph(seed, steps);
    allSameAsReference(createWasmExecutor(), `graph ${seed}`, inputs, build, exactly).run();
  };
  fc.assert(fc.property(fc.nat(), fc.integer({ min: 5, max: 40 }), agrees), { numRuns: 100 });
});

describe('a session', () => {
  const x = slotFor('x', { shape: [128, 128], dtype: 'f32' });
  const y = slotFor('y', { shape: [128, 128], dtype: 'f32' });
  const total = slotFor('total', { shape: [], dtype: 'f32' });
  const layout = [x, y, total].map(blockFor);
  const open = (options?: WasmOptions) => createWasmExecutor(options).open(layout);
  /** Needs temporary memory: a sum over a product that is used twice. */
  const heavy = (name: string): Program => ({
    name,
    assignments: [
      { slot: x, value: transpose(read(x)) },
      { slot: total, value: sum(transpose(read(x))) },
    ],
  });

  it('keeps its views alive whatever is added', () => {
    const session = open();
    const view = session.view(y);
    for (let i = 0; i < 10; i++) session.add(heavy(`p${i}`));
    session.add({ name: 'fill', assignments: [{ slot: y, value: add(read(y), 1) }] });
    session.run('fill');
    expect(view[16383]).toBe(1);
    expect(view.buffer.byteLength).toBeGreaterThan(0);
  });

  it('keeps the literals of each program', () => {
    const session = open();
    const values = Array.from({ length: 16384 }, (_, i) => i * 0.25);
    const program = (name: string, scale: number): Program => ({
      name,
      assignments: [
        {
          slot: y,
          value: add(
            read(y),
            literal(
              values.map((value) => value * scale),
              [128, 128],
            ),
          ),
        },
      ],
    });
    session.add(program('once', 1));
    session.add(program('twice', 2));
    session.run('once');
    session.run('twice');
    expect(session.view(y)[100]).toBe(75);
  });

  it('runs a program that needs more room than was set aside', () => {
    const session = open({ reservedBytes: 0 });
    const [small, sumOfAll] = [session.view(x), session.view(total)];
    small.set(Array.from({ length: small.length }, (_, i) => i % 7));
    const expected = Array.from(small).reduce((all, value) => all + value, 0);
    session.add(heavy('heavy'));
    session.run('heavy');
    expect(sumOfAll[0]).toBe(expected);
    expect(small[1]).toBe(128 % 7);
    expect(small[128]).toBe(1);
  });

  it('names an index outside of its table, and reads nothing there', () => {
    const indices = slotFor('indices', { shape: [3], dtype: 'i32' });
    const rows = slotFor('rows', { shape: [3, 128], dtype: 'f32' });
    const session = createWasmExecutor().open([x, indices, rows].map(blockFor));
    const value = multiply(gather(read(x), read(indices)), 2);
    session.add({ name: 'pick', assignments: [{ slot: rows, value }] });
    const view = session.view(indices);
    view.set([0, 127, 5]);
    expect(() => session.run('pick')).not.toThrow();
    for (const [at, bad] of [
      [0, 128],
      [1, -1],
      [2, 2 ** 30],
    ]) {
      view.set([1, 2, 3]);
      view[at] = bad;
      expect(() => session.run('pick')).toThrow(`gather: index ${bad} lies outside a table of 128 rows`);
    }
  });
});
