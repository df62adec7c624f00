import { expect, test } from 'vitest';
import { createWasmExecutor } from '../../tensor/index.ts';
import { smallSessions } from '../executors.ts';
import { collect } from './collect.ts';
import { conformanceChecks } from './index.ts';
import { openOracle } from './readOracle.node.ts';

/** The folders whose cases run on an executor; each has a test of its own in float64. */
const folders = ['layers', 'losses', 'optimizers', 'training'];
const cases = folders.flatMap((folder) =>
  (['exact', 'fast'] as const).map((mode) => [folder, mode] as const),
);

test.each(cases)('%s agree in float32, compiled, in %s mode', async (folder, mode) => {
  const outcomes = await collect(
    conformanceChecks[folder](openOracle('fixtures/oracle'), [
      createWasmExecutor({ ...smallSessions, mode }),
    ]),
  );
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(
    outcomes.filter(({ status, executor }) => status === 'passed' && executor === 'wasm').length,
  ).toBeGreaterThan(30);
});
