import { expect, test } from 'vitest';
import { roundingExecutor } from '../nn/roundingExecutor.ts';
import { collect } from './collect.ts';
import { checkLosses } from './losses.ts';
import { lossFromTorch } from './lossFromTorch.ts';
import { openOracle } from './readOracle.node.ts';

test('losses agree with PyTorch', async () => {
  const outcomes = await collect(checkLosses(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes).toHaveLength(106);
});

test('losses keep their digits in float32', async () => {
  const outcomes = await collect(checkLosses(openOracle('fixtures/oracle'), [roundingExecutor()]));
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
});

test('a loss or option we do not have is not guessed at', () => {
  expect(lossFromTorch('triplet_margin', {}, {})).toBeUndefined();
  expect(lossFromTorch('huber', { delta: 1, gamma: 2 }, {})).toBeUndefined();
});
