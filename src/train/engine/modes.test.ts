import { describe, expect, test } from 'vitest';
import { nodeThreads } from '../../machine/threads/nodeThreads.node.ts';
import { randomStream } from '../../numeric/index.ts';
import type { Host, Thread } from '../../tensor/index.ts';
import { writeModel } from '../model/index.ts';
import { train, type TrainOptions } from '../train.ts';

/** Forty numbers a row and which of two noisy sums is larger. */
const rows = Array.from({ length: 300 }, (_, row) => {
  const stream = randomStream(9, 'test', `row ${row}`);
  const values = Array.from({ length: 40 }, (_each, column) => stream.normal(column));
  const kind = values[0] * values[1] + values[2] > 0 ? 'up' : 'down';
  return { ...Object.fromEntries(values.map((value, column) => [`x${column}`, value])), kind };
});

const options = (changes: Partial<TrainOptions> = {}): TrainOptions => ({
  data: rows,
  target: 'kind',
  set: [
    'model.hidden=64,64',
    'model.members=1',
    'model.linearPath=none',
    'batches.size=32',
    'stopping.folds=0',
    'stopping.epochs=3',
  ],
  ...changes,
});

/** More than `FAST_OPERATIONS` a step. */
const large = options({
  set: [...options().set!, 'model.hidden=512,512', 'batches.size=64', 'stopping.epochs=1'],
});

describe('a run', () => {
  test('of a small net is exact, and says so', async () => {
    const { result } = await train(options());
    expect(result.engine).toMatchObject({ executor: 'wasm', mode: 'exact', simd: 'plain', blas: null });
    const exact = await train(options({ mode: 'exact' }));
    const plain = await train(options({ executor: 'wasm' }));
    expect(writeModel(exact.model)).toEqual(writeModel(plain.model));
  });

  test('of a large net is fast, unless it is told not to be', async () => {
    expect((await train(large)).result.engine).toMatchObject({ mode: 'fast', simd: 'relaxed' });
    expect((await train({ ...large, mode: 'exact' })).result.engine.mode).toBe('exact');
  });

  test('in fast mode gives the same bytes again, and nearly the same losses as in exact mode', async () => {
    const [first, second, exact] = await Promise.all([
      train(options({ mode: 'fast' })),
      train(options({ mode: 'fast' })),
      train(options({ mode: 'exact' })),
    ]);
    expect(writeModel(second.model)).toEqual(writeModel(first.model));
    expect(writeModel(first.model)).not.toEqual(writeModel(exact.model));
    expect(first.result.train.loss).toBeCloseTo(exact.result.train.loss, 4);
  });

  test.each(['fast', 'exact'] as const)('that began in %s mode goes on in it', async (mode) => {
    const whole = await train(options({ mode }));
    const run = train(options({ mode }));
    let resume: Uint8Array | undefined;
    let epochs = 0;
    for await (const { type } of run) if (type === 'epoch' && ++epochs === 2) resume = run.checkpoint();
    const resumed = await train(options({ resume }));
    expect(resumed.result.engine.mode).toBe(mode);
    expect(writeModel(resumed.model)).toEqual(writeModel(whole.model));
    const other = mode === 'fast' ? 'exact' : 'fast';
    await expect(async () => train(options({ resume, mode: other }))).rejects.toThrow(
      `The run began in ${mode} mode and goes on in it`,
    );
  });
});

test('a run in fast mode that goes on with another BLAS says so, and its result names both', async () => {
  const blas = (name: string): Host => ({ blas: () => ({ blas: { name, bind: () => () => {} } }) });
  const whole = { ...large, set: [...large.set!, 'stopping.epochs=3'] };
  const run = train({ ...whole, host: async () => blas('First 1.0') });
  let resume: Uint8Array | undefined;
  for await (const { type } of run) if (type === 'epoch') resume ??= run.checkpoint();
  expect((await run).result.warnings).not.toContainEqual(expect.objectContaining({ code: 'other-engine' }));
  const other = await train({ ...whole, resume, host: async () => blas('Second 2.0') });
  expect(other.result.engine).toMatchObject({ blas: 'Second 2.0', before: [{ blas: 'First 1.0' }] });
  expect(other.result.warnings).toContainEqual(expect.objectContaining({ code: 'other-engine' }));
  const same = await train({ ...whole, resume, host: async () => blas('First 1.0') });
  expect(same.result.engine).not.toHaveProperty('before');
  expect(same.result.warnings).not.toContainEqual(expect.objectContaining({ code: 'other-engine' }));
});

describe('threads', () => {
  const exact = { ...large, mode: 'exact' } as const;
  const two: Host = { threads: { most: 2, hire: () => nodeThreads.hire() } };

  test('share a large step, and change no bit of an exact run', async () => {
    const alone = await train({ ...exact, threads: 1, host: async () => two });
    const both = await train({ ...exact, host: async () => two });
    expect([alone.result.engine.threads, both.result.engine.threads]).toEqual([1, 2]);
    expect(writeModel(both.model)).toEqual(writeModel(alone.model));
  });

  test('leave a run that can go on when one of them dies', async () => {
    const longer = { ...exact, set: [...exact.set!, 'stopping.epochs=3'] };
    const whole = await train(longer);
    const listeners: (() => void)[] = [];
    const hire = (): Thread => {
      const thread = nodeThreads.hire()!;
      return {
        post: (message) => thread.post(message),
        onEnd: (listener) => void listeners.push(listener),
        dismiss: () => thread.dismiss(),
      };
    };
    const run = train({ ...longer, host: async () => ({ threads: { most: 2, hire } }) });
    let resume: Uint8Array | undefined;
    const follow = async () => {
      for await (const { type } of run)
        if (type === 'epoch' && resume === undefined) {
          resume = run.checkpoint();
          listeners.forEach((end) => end());
        }
    };
    await expect(follow()).rejects.toMatchObject({ code: 'threads' });
    const resumed = await train({ ...longer, resume });
    expect(writeModel(resumed.model)).toEqual(writeModel(whole.model));
  });
});
