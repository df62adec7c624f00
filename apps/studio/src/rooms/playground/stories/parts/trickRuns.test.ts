import { describe, expect, test } from 'vitest';
import { editScenario } from '../../../../state/editScenario.ts';
import type { Scenario } from '../../../../state/scenario.ts';
import { startScenario } from '../../../../state/startScenario.ts';
import { deskForTest } from '../../../../worker/queries/deskForTest.ts';
import { trainVariants } from '../../../../worker/queries/trainVariants.ts';
import type { TrickPair } from './counterValue.ts';
import { editsFor, pairOfRecipes, resultsOf, tableJob } from './trickRuns.ts';

const scenario: Scenario = editScenario(
  editScenario(startScenario(), ['recipe', 'model', 'dropout'], 0.4),
  ['recipe', 'penalties'],
  [{ name: 'l2', strength: 0.01 }],
);
const pairOf = (path: string, chosen: unknown, counter: unknown): TrickPair => ({
  path,
  key: path,
  spec: {},
  chosen,
  counter,
});
const dropout = pairOf('recipe.model.dropout', 0.4, 0);
const seeds = [1, 2, 3];

describe('runs with and without a trick', () => {
  test('differ in it alone, also where without it is what a scenario starts from', async () => {
    const { chosen, counter } = pairOfRecipes(scenario, dropout);
    expect(chosen).toEqual({ model: { dropout: 0.4 }, penalties: [{ name: 'l2', strength: 0.01 }] });
    expect(counter).toEqual({ penalties: [{ name: 'l2', strength: 0.01 }] });
    const desk = deskForTest(tableJob(scenario));
    for (const [a, b] of [editsFor(scenario, dropout, [7])]) {
      const runs = [await desk.openRun(a), await desk.openRun(b)];
      expect(runs.map(({ plan }) => (plan.setting.recipe.model as { dropout: number }).dropout)).toEqual([
        0.4, 0,
      ]);
      expect(runs[1].net.parameters).toEqual(runs[0].net.parameters);
      expect(runs[1].plan.division.train).toEqual(runs[0].plan.division.train);
      runs.forEach((run) => run.advance({ steps: 1 }));
      expect(runs[1].lastStep!.rows).toEqual(runs[0].lastStep!.rows);
    }
  });

  test('give a pair of numbers for each seed; seeds differ', async () => {
    const edits = editsFor(scenario, dropout, seeds);
    const variants = await trainVariants(
      { edits, epochs: 3, weights: false },
      deskForTest(tableJob(scenario)),
    );
    const { results, failed, problem } = resultsOf(variants, seeds, 'loss');
    expect([failed, problem]).toEqual([0, null]);
    expect(results.map(({ seed }) => seed)).toEqual(seeds);
    expect(new Set(results.flatMap(({ chosen, counter }) => [chosen, counter])).size).toBe(6);
  });

  test('are the same to the bit where nothing differs', async () => {
    const same = pairOf('recipe.model.dropout', 0.4, 0.4);
    const edits = editsFor(scenario, same, [4]);
    const variants = await trainVariants(
      { edits, epochs: 2, weights: false },
      deskForTest(tableJob(scenario)),
    );
    const [{ chosen, counter }] = resultsOf(variants, [4], 'accuracy').results;
    expect(chosen).toBe(counter);
  });
});
