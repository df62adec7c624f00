import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { checkInitialisers } from './initialisers.ts';
import { openOracle } from './readOracle.node.ts';

test('initializers have the spread that PyTorch and Keras give them', async () => {
  const outcomes = await collect(checkInitialisers(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
  const unsupported = outcomes.filter(({ status }) => status === 'unsupported').map(({ detail }) => detail);
  expect(unsupported).toEqual(['torch_recurrent_default', 'torch_recurrent_default']);
  expect(outcomes).toHaveLength(95);
});
