import { expect, test } from 'vitest';
import { startScenario } from '../../../state/startScenario.ts';
import { changesBelow } from './changesBelow.ts';

const start = startScenario();

test('nothing is changed at the start', () => {
  expect(changesBelow(start, ['data', 'recipe.optimizer', 'recipe.model'])).toBe(0);
});

test('counts what differs in the data and in the recipe', () => {
  const scenario = {
    ...start,
    data: { ...start.data, noise: 1, stretch: { x: 2, y: 1 } },
    recipe: { optimizer: { name: 'adam', beta1: 0.8 }, stopping: { patience: 5 } },
  };
  expect(changesBelow(scenario, ['data.noise'])).toBe(1);
  expect(changesBelow(scenario, ['data'])).toBe(2);
  expect(changesBelow(scenario, ['recipe.optimizer', 'recipe.schedule'])).toBe(2);
  expect(changesBelow(scenario, ['recipe.stopping.patience'])).toBe(1);
});
