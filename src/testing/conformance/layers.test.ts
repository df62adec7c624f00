import { expect, test } from 'vitest';
import { roundingExecutor } from '../nn/roundingExecutor.ts';
import { collect } from './collect.ts';
import { layerFromTorch } from './layerFromTorch.ts';
import { checkLayers } from './layers.ts';
import { openOracle } from './readOracle.node.ts';

test('layers agree with PyTorch', async () => {
  const outcomes = await collect(checkLayers(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(outcomes.filter(({ status }) => status === 'passed')).toHaveLength(50);
  const unsupported = outcomes.filter(({ status }) => status === 'unsupported');
  const files = new Set(unsupported.map(({ file }) => file));
  expect([...files]).toEqual([
    'layers/attention.json',
    'layers/conv.json',
    'layers/pool.json',
    'layers/recurrent.json',
  ]);
});

test('layers keep their digits in float32', async () => {
  const outcomes = await collect(checkLayers(openOracle('fixtures/oracle'), [roundingExecutor()]));
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
});

test('a layer or option we do not have is not guessed at', () => {
  expect(layerFromTorch('conv2d', {})).toBeUndefined();
  expect(layerFromTorch('layer_norm', { normalized_shape: [4], bias: false })).toBeUndefined();
});
