import { expect, test } from 'vitest';
import type { ConformanceOutcome } from './outcome.ts';
import { checkPreprocessing } from './preprocessing.ts';
import { openOracle } from './readOracle.node.ts';

test('scalers, encoders and imputers agree with scikit-learn', async () => {
  const outcomes: ConformanceOutcome[] = [];
  for await (const outcome of checkPreprocessing(openOracle('fixtures/oracle'))) outcomes.push(outcome);
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes).toHaveLength(104);
});
