import { expect, test } from 'vitest';
import { chooseExecutor } from './chooseExecutor.ts';
import { FAST_OPERATIONS, stepOperations } from './chooseMode.ts';
import { engineReport, engineText } from './engineReport.ts';

const modeOf = async (...args: Parameters<typeof chooseExecutor>) =>
  engineReport(await chooseExecutor(...args)).mode;

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
