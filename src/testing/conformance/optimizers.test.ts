import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { checkOptimizers } from './optimizers.ts';
import { openOracle } from './readOracle.node.ts';
import { optimizerFromTorch } from './torchOptimizers.ts';

test('optimizers go where PyTorch goes', async () => {
  const outcomes = await collect(checkOptimizers(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes.filter(({ executor }) => executor === 'reference')).toHaveLength(261);
});

test('an optimizer or option we do not have is not guessed at', () => {
  expect(optimizerFromTorch('SparseAdam', {})).toBeUndefined();
  expect(optimizerFromTorch('Adam', { beta3: 0.5 })).toBeUndefined();
});
