import { expect, test } from 'vitest';
import { neuronStates } from './neuronState.ts';

const [LOW, HIGH] = [Math.fround(-0.3), Math.fround(0.3)];

test.each([
  ['relu', {}, [0, 1e-6, 1000], ['dead', 'active', 'active']],
  ['relu6', {}, [0, 0.01, 5.99, 6], ['dead', 'active', 'active', 'saturated']],
  ['leakyRelu', {}, [-10, 0, 1000], ['active', 'active', 'active']],
  [
    'tanh',
    {},
    [-1, -0.97, -0.95, 0, 0.95, 0.97],
    ['saturated', 'saturated', 'active', 'active', 'active', 'saturated'],
  ],
  [
    'sigmoid',
    {},
    [0, 0.01, 0.03, 0.5, 0.99, 1],
    ['saturated', 'saturated', 'active', 'active', 'saturated', 'saturated'],
  ],
  ['hardTanh', {}, [-1, -0.99, 0, 0.99, 1], ['saturated', 'active', 'active', 'active', 'saturated']],
  ['hardTanh', { minimum: -0.3, maximum: 0.3 }, [LOW, 0, HIGH], ['saturated', 'active', 'saturated']],
  ['elu', {}, [-1, -0.97, -0.9, 0, 1000], ['saturated', 'saturated', 'active', 'active', 'active']],
  ['elu', { alpha: 3 }, [-2.9, -1], ['saturated', 'active']],
  ['silu', {}, [0, -0.2, 5], ['dead', 'active', 'active']],
  ['identity', {}, [0, 1000], ['active', 'active']],
  ['prelu', {}, [0], ['active']],
])('%s %o', (name, options, values, states) => {
  expect(values.map(neuronStates({ name, ...options }))).toEqual(states);
});

test('without an activation nothing is flat', () => {
  expect(neuronStates(null)(0)).toBe('active');
});
