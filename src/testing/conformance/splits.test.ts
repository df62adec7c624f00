import { expect, test } from 'vitest';
import type { ConformanceOutcome } from './outcome.ts';
import { openOracle } from './readOracle.node.ts';
import { checkSplits } from './splits.ts';

test('splits and folds agree with scikit-learn', async () => {
  const outcomes: ConformanceOutcome[] = [];
  for await (const outcome of checkSplits(openOracle('fixtures/oracle'))) outcomes.push(outcome);
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes).toHaveLength(15 + 10 * 4);
});
