import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  planModel,
  gradientProgram,
  initialParameters,
  updateProgram,
  checkProgram,
} from '../../nn/index.ts';
import { adamW } from '../../nn/optimizers/adamW.ts';
import { seedWords } from '../../numeric/index.ts';
import {
  createWasmExecutor,
  gather,
  matmul,
  read,
  type Program,
  type Session,
  type Slot,
  type Thread,
  type Threads,
  type WasmOptions,
} from '../../tensor/index.ts';
import { controls } from '../../tensor/exec/wasm/threads/controls.ts';
import { nodeHost } from '../nodeHost.node.ts';
import { nodeThreads } from './nodeThreads.node.ts';

const sessions: Session[] = [];
afterEach(() => sessions.splice(0).forEach((session) => session.close()));

const rows = 250;
const plan = planModel({
  model: {
    input: { width: 150, embeddings: [{ name: 'city', size: 40, dimension: 6 }] },
    trunk: [
      { name: 'dense', units: 260 },
      { name: 'batchNorm' },
      { name: 'activation', activation: { name: 'gelu' } },
      { name: 'dropout', rate: 0.3 },
      { name: 'dense', units: 130 },
      { name: 'layerNorm' },
      { name: 'activation', activation: { name: 'tanh' } },
    ],
    outputs: [{ name: 'y', units: 10 }],
  },
  rows,
  losses: [{ output: 'y', name: 'crossEntropy' }],
  optimizer: { definition: adamW as never, options: adamW.options.parse({ learningRate: 0.01 }) },
});

/** Everything that is in memory after some steps. */
function stepsWith(options: WasmOptions): { all: Uint8Array[]; threads: number; blas: string | null } {
  const executor = createWasmExecutor(options);
  const session = executor.open(plan.layout);
  sessions.push(session);
  const whole = plan.layout.map(({ name, length, dtype }): Slot => ({
    name,
    block: name,
    offset: 0,
    shape: [length],
    dtype,
  }));
  session.view(plan.slots.parameters).set(initialParameters(plan, 3));
  const { features, codes, targets } = plan.batch(rows);
  session.view(features!).set(Float32Array.from({ length: rows * 150 }, (_, i) => Math.sin(12.9898 * i)));
  session.view(codes!).set(Int32Array.from({ length: rows }, (_, i) => (7 * i) % 40));
  session.view(targets.y).set(Int32Array.from({ length: rows }, (_, i) => (3 * i) % 10));
  plan.slots.normalisers.forEach((slot) => session.view(slot).fill(1 / rows));
  session.view(plan.slots.key).set([...seedWords(5), 0, 0]);
  for (const slot of Object.values(plan.slots.scalars)) session.view(slot).fill(0.01);
  const programs = [gradientProgram(plan, { rows }), checkProgram(plan), updateProgram(plan)];
  for (const program of programs) session.add(program);
  for (let step = 0; step < 3; step++) for (const { name } of programs) session.run(name);
  const all = whole.map((slot) => {
    const view = session.view(slot);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
  });
  const { threads, blas } = executor.means!();
  return { all, threads, blas };
}

describe('threads share a step', () => {
  test.each([2, 3, 5])('%i of them, to the same bits in exact mode', (threadCount) => {
    const alone = stepsWith({});
    const shared = stepsWith({ threads: nodeThreads, threadCount });
    expect([alone.threads, shared.threads]).toEqual([1, threadCount]);
    expect(shared.all).toEqual(alone.all);
  });

  test('and with relaxed SIMD', () => {
    const alone = stepsWith({ mode: 'fast' });
    expect(stepsWith({ mode: 'fast', threads: nodeThreads, threadCount: 2 }).all).toEqual(alone.all);
  });

  test.skipIf(nodeHost.blas!().blas === undefined)(
    'in fast mode with the library of this machine, to the same bits again (skipped where there is none)',
    () => {
      const options: WasmOptions = { mode: 'fast', ...nodeHost, threadCount: 2 };
      const first = stepsWith(options);
      expect(first).toMatchObject({ threads: 2, blas: nodeHost.blas!().blas!.name });
      expect(stepsWith(options).all).toEqual(first.all);
      expect(stepsWith({ mode: 'fast' }).all).not.toEqual(first.all);
    },
  );
});

const [m, k, n] = [400, 300, 400];
const slotsOf = (entries: Record<string, readonly number[]>): Record<string, Slot> =>
  Object.fromEntries(
    Object.entries(entries).map(([name, shape]) => {
      const dtype = name === 'indices' ? 'i32' : 'f32';
      return [name, { name, block: name, offset: 0, shape, dtype }];
    }),
  );
const slots = slotsOf({ a: [m, k], b: [k, n], c: [m, n], indices: [3], picked: [3, n] });
const layout = Object.values(slots).map(({ name, shape, dtype }) => ({
  name,
  dtype,
  length: shape.reduce((product, size) => product * size, 1),
}));
const product: Program = {
  name: 'product',
  assignments: [
    { slot: slots.picked, value: gather(read(slots.b), read(slots.indices)) },
    { slot: slots.c, value: matmul(read(slots.a), read(slots.b)) },
  ],
};

function open(threads: Threads, patience = 300, threadCount = 2): Session {
  const session = createWasmExecutor({ threads, threadCount, patience }).open(layout);
  sessions.push(session);
  session.view(slots.a).fill(1);
  session.view(slots.b).fill(2);
  session.add(product);
  return session;
}

const endedEarly =
  'A thread that computed a part of the work has ended before its time, so the run stops here.';

/** Node's threads, and the handle of the worker behind each. */
function watched(): { threads: Threads; hired: Thread[] } {
  const hired: Thread[] = [];
  const hire = (): Thread => {
    const thread = nodeThreads.hire()!;
    hired.push(thread);
    return thread;
  };
  return { threads: { most: 2, hire }, hired };
}

/** A thread that runs this code for each message. */
function threadRunning(code: string): Thread {
  const start = `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (message) => { ${code} });`;
  const worker = new Worker(start, { eval: true });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    onEnd: (listener) => void worker.on('exit', listener),
    dismiss: () => void worker.terminate(),
  };
}

describe('a thread that dies', () => {
  test('while nothing runs ends the next run with a clear error', async () => {
    let ended: (() => void) | undefined;
    const hire = (): Thread => ({
      ...forwarding(nodeThreads.hire()!),
      onEnd: (listener) => void (ended = listener),
    });
    const session = open({ most: 2, hire });
    session.run('product');
    expect(session.view(slots.c)[m * n - 1]).toBe(2 * k);
    ended!();
    expect(() => session.run('product')).toThrow(endedEarly);
    expect(() => session.run('product')).toThrow(endedEarly);
  });

  test('before it begins to work is not waited for for ever', () => {
    const session = open({ most: 2, hire: () => threadRunning('process.exit(0)') });
    expect(() => session.run('product')).toThrow(endedEarly);
  });

  test('in the middle of its work is not waited for for ever', () => {
    const code = `
      if (message.type === 'open') globalThis.words = new Int32Array(message.memory.buffer, 0, 256);
      if (message.type === 'work') { Atomics.add(words, ${controls.ready / 4}, 1); Atomics.notify(words, ${controls.ready / 4}); process.exit(0); }`;
    const session = open({ most: 2, hire: () => threadRunning(code) });
    expect(() => session.run('product')).toThrow(endedEarly);
  });
});

function forwarding(thread: Thread): Thread {
  return {
    post: (message) => thread.post(message),
    onEnd: (listener) => thread.onEnd(listener),
    dismiss: () => thread.dismiss(),
  };
}

test('an index outside of its table ends a shared run as it ends one alone, and the next run is well', () => {
  const session = open(nodeThreads);
  session.view(slots.indices).set([0, k, 1]);
  expect(() => session.run('product')).toThrow(`gather: index ${k} lies outside a table of ${k} rows`);
  session.view(slots.indices).set([0, 1, 2]);
  session.view(slots.c).fill(0);
  session.run('product');
  expect(session.view(slots.c).every((value) => value === 2 * k)).toBe(true);
  expect(session.view(slots.picked)[0]).toBe(2);
});

test('threads go from one session to the next, and programs may be added between runs', () => {
  const { threads, hired } = watched();
  const first = open(threads);
  first.run('product');
  first.add({ ...product, name: 'again' });
  first.run('again');
  first.run('product');
  first.close();
  const second = open(threads);
  second.run('product');
  expect(second.view(slots.c)[5]).toBe(2 * k);
  expect(hired).toHaveLength(2);
  expect(hired[1]).toBe(hired[0]);
});

/** Longer than any machine takes to start a thread. */
const long = 60_000;

test('threads that outlive a failure go back to where they were hired, and are well', () => {
  const ends: (() => void)[] = [];
  const back: Thread[] = [];
  const hire = (): Thread => {
    const thread = nodeThreads.hire()!;
    return {
      ...forwarding(thread),
      onEnd: (listener) => void ends.push(listener),
      dismiss: () => void back.push(thread),
    };
  };
  const failed = open({ most: 3, hire }, long, 3);
  failed.run('product');
  ends[0]();
  expect(() => failed.run('product')).toThrow(endedEarly);
  failed.close();
  failed.close();
  expect(back).toHaveLength(1);
  const next = open({ most: 2, hire: () => back[0] }, long);
  next.run('product');
  expect(next.view(slots.c)[5]).toBe(2 * k);
});

test('counts may pass the largest number', () => {
  const hire = (): Thread => {
    const thread = nodeThreads.hire()!;
    const post = (message: unknown): void => {
      const { type, memory } = message as { type: string; memory: WebAssembly.Memory };
      const words = type === 'open' ? new Int32Array(memory.buffer, 0, 256) : undefined;
      for (const count of ['commands', 'ready', 'finished', 'passed'] as const)
        if (words) words[controls[count] / 4] = 2 ** 31 - 2;
      thread.post(message);
    };
    return { ...forwarding(thread), post };
  };
  const session = open({ most: 2, hire }, long);
  for (let run = 0; run < 4; run++) {
    session.view(slots.c).fill(0);
    session.run('product');
    expect(session.view(slots.c).every((value) => value === 2 * k)).toBe(true);
    session.add({ ...product, name: `another ${run}` });
  }
  session.view(slots.indices).set([0, k, 1]);
  expect(() => session.run('product')).toThrow(`gather: index ${k} lies outside`);
});

describe('a thread without work', () => {
  test('is told to forget its session', () => {
    const told: unknown[] = [];
    const hire = (): Thread => ({
      post: (message) => void told.push(message),
      onEnd() {},
      dismiss: () => void told.push('dismissed'),
    });
    open({ most: 2, hire }).close();
    expect(told.slice(-2)).toEqual([{ type: 'forget' }, 'dismissed']);
  });

  test('ends after a while, unless it is hired again', () => {
    vi.useFakeTimers();
    try {
      const thread = nodeThreads.hire()!;
      thread.dismiss();
      vi.advanceTimersByTime(2000);
      expect(nodeThreads.hire()).toBe(thread);
      vi.advanceTimersByTime(2000);
      thread.dismiss();
      vi.advanceTimersByTime(4000);
      const next = nodeThreads.hire()!;
      expect(next).not.toBe(thread);
      next.dismiss();
    } finally {
      vi.useRealTimers();
    }
  });
});

test('a session for which there are too few does without', () => {
  let left = 1;
  const dismissed: Thread[] = [];
  const one = (): Thread | undefined =>
    left-- > 0
      ? {
          post() {},
          onEnd() {},
          dismiss() {
            dismissed.push(this);
          },
        }
      : undefined;
  const executor = createWasmExecutor({ threads: { most: 3, hire: one }, threadCount: 3 });
  const session = executor.open(layout);
  sessions.push(session);
  session.view(slots.a).fill(1);
  session.view(slots.b).fill(2);
  session.add(product);
  session.run('product');
  expect(session.view(slots.c).every((value) => value === 2 * k)).toBe(true);
  expect([dismissed.length, executor.means!().threads]).toEqual([1, 1]);
});
