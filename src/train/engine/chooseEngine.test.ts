import { expect, test } from 'vitest';
import { chooseEngine } from './chooseEngine.ts';
import { FAST_OPERATIONS, stepOperations } from './chooseMode.ts';
import type { Executor } from '../../tensor/index.ts';
import { engineReport, engineText, otherEngine } from './engineReport.ts';

const modeOf = async (...args: Parameters<typeof chooseEngine>) =>
  engineReport((await chooseEngine(...args)).executor).mode;

test('is exact for small nets, fast for large ones, and what one asks for', async () => {
  expect(await modeOf({}, FAST_OPERATIONS, undefined)).toBe('exact');
  expect(await modeOf({}, FAST_OPERATIONS + 1, undefined)).toBe('fast');
  expect(await modeOf({ mode: 'auto' }, FAST_OPERATIONS + 1, undefined)).toBe('fast');
  expect(await modeOf({ mode: 'exact' }, FAST_OPERATIONS + 1, undefined)).toBe('exact');
  expect(await modeOf({ mode: 'fast' }, 1, undefined)).toBe('fast');
});

test('goes on in the mode a run began with, and in no other', async () => {
  expect(await modeOf({}, FAST_OPERATIONS + 1, { mode: 'exact' })).toBe('exact');
  expect(await modeOf({}, 1, { mode: 'fast' })).toBe('fast');
  expect(await modeOf({ mode: 'fast' }, 1, { mode: 'fast' })).toBe('fast');
  await expect(modeOf({ mode: 'fast' }, 1, { mode: 'exact' })).rejects.toThrow(
    'The run began in exact mode and goes on in it; ask for no other, or train anew.',
  );
});

test('refuses a mode there is not', async () => {
  await expect(modeOf({ mode: 'quick' as never }, 1, undefined)).rejects.toThrow(
    'There is no mode "quick"; there are exact, fast, auto.',
  );
});

test('counts a product forward once and backward twice', () => {
  expect(stepOperations({ operationsPerRow: 2 * (4 * 3 + 3 * 2) }, 10)).toBe(3 * 2 * 18 * 10);
});

test('says what it computes with', () => {
  const report = {
    executor: 'wasm',
    mode: 'fast',
    simd: 'relaxed',
    blas: 'OpenBLAS 0.3.21',
    threads: 2,
  } as const;
  expect(engineText(report)).toBe('fast mode (relaxed SIMD, OpenBLAS 0.3.21, 2 threads)');
  expect(engineText({ ...report, mode: 'exact', simd: 'plain', blas: null, threads: 1 })).toBe('exact mode');
});

test('a run that was resumed with something else that its bits depend on says both', () => {
  const now = { mode: 'fast', simd: 'relaxed', blas: null, threads: 2 } as const;
  const executor: Executor = { name: 'wasm', open: () => expect.unreachable(), means: () => now };
  const began = { executor: 'wasm', ...now, blas: 'OpenBLAS 0.3.21' } as const;
  const report = engineReport(executor, began);
  expect(report).toEqual({ executor: 'wasm', ...now, before: [began] });
  expect(engineText(report)).toBe(
    'fast mode (relaxed SIMD, 2 threads), before it was resumed relaxed SIMD, OpenBLAS 0.3.21, 2 threads',
  );
  expect(otherEngine(began, executor)).toEqual([
    {
      code: 'other-engine',
      text: 'The run began with relaxed SIMD, OpenBLAS 0.3.21, 2 threads and goes on with relaxed SIMD, 2 threads, so that it ends with other last bits than in one go.',
    },
  ]);
  expect(engineReport(executor, report)).toEqual(report);
  expect(otherEngine(report, executor)).toEqual([]);
  expect(otherEngine(undefined, executor)).toEqual([]);
});

test('the machine changes no bit of exact mode, so nothing is said', () => {
  const now = { mode: 'exact', simd: 'plain', blas: null, threads: 2 } as const;
  const executor: Executor = { name: 'wasm', open: () => expect.unreachable(), means: () => now };
  const began = { executor: 'wasm', ...now, threads: 1 } as const;
  expect(engineReport(executor, began)).toEqual({ executor: 'wasm', ...now });
  expect(otherEngine(began, executor)).toEqual([]);
});

const host = (most: number) => async () => ({ threads: { most, hire: () => expect.unreachable() } });
const threadsOf = async (...args: Parameters<typeof chooseEngine>) =>
  (await chooseEngine(...args)).facts.threads;

test('takes as many threads as there are, or as one asks for', async () => {
  expect(await threadsOf({ host: host(4) }, 1e9, undefined)).toBe(4);
  expect(await threadsOf({ host: host(4), threads: 3 }, 1e9, undefined)).toBe(3);
  expect(await threadsOf({ threads: 3 }, 1e9, undefined)).toBe(1);
  expect(await threadsOf({ host: host(4) }, 1e9, { mode: 'fast', threads: 2 })).toBe(2);
  expect(await threadsOf({ host: host(4) }, 1e9, { mode: 'exact', threads: 2 })).toBe(4);
});

test('leaves the machine alone where there is nothing to share', async () => {
  expect(await threadsOf({ host: () => expect.unreachable() }, 1000, undefined)).toBe(1);
});

test.each([0, 5, 1000, 1.5, NaN])('refuses %d threads where there are four', async (threads) => {
  await expect(chooseEngine({ threads, host: host(4) }, 1000, undefined)).rejects.toThrow(
    `threads is ${threads}; it must be a whole number from 1 to 4: this machine runs 4 at once.`,
  );
});
