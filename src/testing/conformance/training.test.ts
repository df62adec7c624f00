import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { openOracle } from './readOracle.node.ts';
import { checkTraining } from './training.ts';

test('whole training runs agree with PyTorch', async () => {
  const outcomes = await collect(checkTraining(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes.map(({ executor }) => executor).filter((name) => name === 'reference')).toHaveLength(37);
  expect(outcomes).toHaveLength(74);
});
