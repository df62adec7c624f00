import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { checkMetrics } from './metrics.ts';
import { openOracle } from './readOracle.node.ts';

test('metrics agree with scikit-learn', async () => {
  const outcomes = await collect(checkMetrics(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(190);
});
