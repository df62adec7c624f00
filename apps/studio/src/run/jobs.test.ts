import { expect, test } from 'vitest';
import { startScenario } from '../state/startScenario.ts';
import { appendEpochs } from './epochRows.ts';
import type { EpochRow } from './contract.ts';
import { jobsOf } from './jobs.ts';

test('B is A with its own edits on top; another name drops the options of A’s', () => {
  const scenario = {
    ...startScenario(),
    recipe: { optimizer: { name: 'sgd', momentum: 0.9 }, model: { hidden: [3], dropout: 0.1 } },
    other: { optimizer: { name: 'adam' }, model: { dropout: 0.5 } },
  };
  const { a, b } = jobsOf(scenario);
  expect(a.recipe).toEqual(scenario.recipe);
  expect(b!.recipe).toEqual({ optimizer: { name: 'adam' }, model: { hidden: [3], dropout: 0.5 } });
  expect(jobsOf({ ...scenario, other: null }).b).toBeNull();
});

test('very long runs are thinned, but for what is newest', () => {
  const rows = Array.from({ length: 20_000 }, (_, epoch) => ({ epoch }) as EpochRow);
  const all = appendEpochs(rows, [{ epoch: 20_000 } as EpochRow]);
  expect(all.length).toBeLessThan(13_000);
  expect(all.slice(0, 3).map(({ epoch }) => epoch)).toEqual([0, 2, 4]);
  expect(all.slice(-3).map(({ epoch }) => epoch)).toEqual([19_998, 19_999, 20_000]);
});
