import { expect, it } from 'vitest';
import { apart, committee, meanOf, type Committee } from './committee.ts';
import type { RecipeEdits } from '../../state/scenario.ts';
import { openForTest } from './deskForTest.ts';
import { predictRows } from './predictRows.ts';
import { atOnce } from './portions.ts';

const model = { hidden: [24, 12], activation: { name: 'relu' }, dropout: 0.25 };

async function committeeOf(
  recipe: RecipeEdits,
  nets: number,
): Promise<{ made: Committee; full: Float32Array }> {
  const run = await openForTest(recipe);
  run.advance({ epochs: 3 });
  const { features } = run.trainer.batch.part;
  const { executor } = run.plan.setting;
  const input = { executor, plan: run.net.plan, weights: run.weights, seed: 1, firstStep: 5, nets, features };
  const made = atOnce(committee(input));
  return { made, full: predictRows(executor, run.net.plan, run.weights, features) };
}

it('draws masks that leave out the stated share', async () => {
  const { made } = await committeeOf({ model }, 200);
  const all = made.masks.flatMap((masks) => masks.flatMap((mask) => [...mask]));
  expect(all.every((kept) => kept === 0 || kept === 1)).toBe(true);
  const dropped = 1 - all.reduce((sum, kept) => sum + kept, 0) / all.length;
  // 7200 draws: four standard deviations are 0.02.
  expect(Math.abs(dropped - 0.25)).toBeLessThan(0.02);
  expect(new Set(made.masks.map((masks) => masks.join())).size).toBeGreaterThan(190);
});

it("draws the mask that a training step's first row has", async () => {
  const { made } = await committeeOf({ model }, 1);
  const run = await openForTest({ model });
  run.advance({ steps: 4 });
  const { reportStep } = await import('./stepReport.ts');
  const { stages, step } = reportStep(run);
  expect(step).toBe(5);
  const before = stages.find(({ label }) => label === 'activation1')!.values.values.subarray(0, 24);
  const behind = stages.find(({ label }) => label === 'dropout1')!.values.values.subarray(0, 24);
  before.forEach((value, unit) => {
    if (value !== 0) expect(behind[unit] !== 0).toBe(made.masks[0][0][unit] === 1);
  });
});

it('has a full net that predicts as the run does, and a mean that comes nearer to it than its members', async () => {
  const { made, full } = await committeeOf({ model }, 64);
  expect(made.full).toEqual(full);
  const alone = made.thinned.map((own) => apart(own, made.full).mean);
  const together = apart(meanOf(made.thinned), made.full).mean;
  expect(together).toBeLessThan(Math.min(...alone));
});

it('is one net where nothing is dropped', async () => {
  const { made } = await committeeOf({ model: { ...model, dropout: 0 } }, 3);
  expect(made.layers).toEqual([]);
  for (const own of made.thinned) expect(own).toEqual(made.full);
});
