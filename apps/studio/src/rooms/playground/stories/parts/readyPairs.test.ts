import { expect, test } from 'vitest';
import { otherRecipe, wholeRecipe } from '../../../../state/editScenario.ts';
import { startScenario } from '../../../../state/startScenario.ts';
import { deskForTest, jobForTest } from '../../../../worker/queries/deskForTest.ts';
import { leavesOf } from '../../sideDifferences.ts';
import { pairIn, pairNames, withPair } from './readyPairs.ts';

test.each(pairNames)('the pair %s makes two runs that begin alike and are not the same', async (name) => {
  const scenario = withPair({ ...startScenario(), recipe: { model: { hidden: [5] } } }, name);
  expect(scenario.recipe).toMatchObject({ model: { hidden: [5] } });
  expect(leavesOf(scenario.other!).length).toBeGreaterThan(0);
  const desk = deskForTest(jobForTest());
  const runs = await Promise.all(
    [wholeRecipe(scenario), otherRecipe(scenario)].map((recipe) => desk.openRun(recipe)),
  );
  const names = runs.map(({ net }) =>
    net.plan.parameters.filter(({ decay }) => decay).map((each) => each.name),
  );
  expect(names[1]).toEqual(names[0]);
  const [a, b] = runs.map(({ net }) => net.parameters.slice(0, net.plan.decayedCount));
  expect(b).toEqual(a);
  runs.forEach((run) => run.advance({ epochs: 3 }));
  const [after, otherAfter] = runs.map(({ net }) => net.parameters.slice(0, net.plan.decayedCount));
  if (name !== 'clip') expect(otherAfter).not.toEqual(after);
});

test.each(pairNames)('the pair %s is known by what both sides do, until one does otherwise', (name) => {
  const scenario = withPair({ ...startScenario(), recipe: { model: { hidden: [5] } } }, name);
  expect(pairIn(scenario)).toBe(name);
  expect(pairIn({ ...scenario, data: { ...scenario.data, noise: 2 } })).toBe(name);
  expect(pairIn({ ...scenario, other: { ...scenario.other, seed: 9 } })).toBe(undefined);
  expect(pairIn({ ...scenario, other: null })).toBe(undefined);
});
