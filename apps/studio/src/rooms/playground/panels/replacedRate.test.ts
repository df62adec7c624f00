import { expect, test } from 'vitest';
import { editScenario } from '../../../state/editScenario.ts';
import { startScenario } from '../../../state/startScenario.ts';
import { replacedRate } from './replacedRate.ts';

const start = startScenario();
const edit = (from: typeof start, path: string, value: unknown) => editScenario(from, path.split('.'), value);
const chosen = edit(start, 'recipe.optimizer.learningRate', 0.2);
const adam = edit(chosen, 'recipe.optimizer', 'adam');

test('a rate that was chosen is known after another optimizer took its place', () => {
  expect(replacedRate(chosen, adam)).toEqual({ rate: 0.2, of: 'sgd', by: { name: 'adam' } });
  const own = edit(adam, 'recipe.optimizer', { name: 'adam', learningRate: 0.05 });
  expect(replacedRate(own, edit(own, 'recipe.optimizer', 'rmsprop'))).toMatchObject({
    rate: 0.05,
    of: 'adam',
  });
});

test('nothing was replaced where no rate was chosen, the optimizer stayed, it was undone, or all is another scenario', () => {
  expect(replacedRate(start, edit(start, 'recipe.optimizer', 'adam'))).toBeNull();
  expect(replacedRate(chosen, edit(chosen, 'recipe.optimizer.learningRate', 0.3))).toBeNull();
  expect(replacedRate(adam, chosen)).toBeNull();
  expect(replacedRate(chosen, edit(adam, 'data.noise', 1))).toBeNull();
});
