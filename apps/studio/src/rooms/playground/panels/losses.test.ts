import { describe, expect, test } from 'vitest';
import { LiveRun } from '../../../../../../src/train/live/index.ts';
import { makeTable } from '../../../data/makeTable.ts';
import { baseRecipe } from '../../../state/baseRecipe.ts';
import { startScenario } from '../../../state/startScenario.ts';
import { mergeEdits } from '../../../state/mergeEdits.ts';
import {
  lossesFor,
  newLoss,
  outputActivationFor,
  partnersOf,
  secondShare,
  usualLoss,
  withShare,
} from './losses.ts';

const dataset = { classification: 'circle', regression: 'plane' } as const;
const tasks = ['classification', 'regression'] as const;
/** Counts, which the studio's datasets are not: refused with a sentence of its own. */
const counts = ['poisson'];
const everyLoss = tasks.flatMap((task) =>
  lossesFor(task)
    .filter((name) => !counts.includes(name))
    .map((name) => [task, name] as const),
);

async function train(task: (typeof tasks)[number], losses: readonly object[], outputActivation: unknown) {
  const table = makeTable({ ...startScenario().data, dataset: dataset[task], rows: 60 });
  const recipe = mergeEdits(baseRecipe(1), { losses, model: { outputActivation }, stopping: { epochs: 2 } });
  const run = await LiveRun.open({ table, recipe });
  run.advance();
  return run.outcome;
}

describe('every loss that is offered', () => {
  test.each(everyLoss)('trains: %s by %s', async (task, name) => {
    const outcome = await train(task, [newLoss(name)], outputActivationFor(name));
    expect(outcome?.reason).toBe('epochs');
  });

  test.each(everyLoss)('goes with its partners: %s by %s', async (task, name) => {
    for (const partner of partnersOf(name, task).filter((one) => !counts.includes(one))) {
      const outcome = await train(task, [newLoss(name), newLoss(partner)], outputActivationFor(name));
      expect(outcome?.reason).toBe('epochs');
    }
  });
});

test('a loss of counts says what it misses', async () => {
  await expect(train('regression', [newLoss('poisson')], null)).rejects.toThrow('is for counts');
});

test('each task has its usual loss among those offered', () => {
  for (const task of tasks) expect(lossesFor(task)).toContain(usualLoss(task));
});

test('two losses share the weight between them', () => {
  const pair = [newLoss('huber', 1), newLoss('meanSquaredError', 3)];
  expect(secondShare(pair)).toBe(0.75);
  expect(withShare(pair, 0.2).map(({ weight }) => weight)).toEqual([0.8, 0.2]);
  expect(withShare(pair, 0).map(({ weight }) => weight)).toEqual([0.99, 0.01]);
});
