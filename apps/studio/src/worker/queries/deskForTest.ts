import { LiveRun } from '../../../../../src/train/live/index.ts';
import { mergeRecipes } from '../../../../../src/train/index.ts';
import { makeTable } from '../../data/makeTable.ts';
import type { LaneJob } from '../../run/contract.ts';
import { baseRecipe } from '../../state/baseRecipe.ts';
import type { DataSettings, RecipeEdits } from '../../state/scenario.ts';
import type { Desk } from './desk.ts';

const moons: DataSettings = {
  dataset: 'moons',
  classes: 0,
  rows: 120,
  noise: 0.6,
  seed: 3,
  balance: 1,
  mislabelled: 0,
  stretch: { x: 1, y: 1 },
  shift: { x: 0, y: 0 },
  outlier: 0,
  features: ['x', 'y'],
  points: [],
};

export const jobForTest = (recipe: RecipeEdits = {}, data: Partial<DataSettings> = {}): LaneJob => ({
  data: { ...moons, ...data },
  defaults: 1,
  recipe,
});

/** A desk of Node's: runs are opened as a worker opens them. */
export const deskForTest: Desk & { readonly said: number[] } = {
  said: [],
  open: ({ data, defaults, recipe }, more) =>
    LiveRun.open({
      ...more,
      table: makeTable(data),
      recipe: mergeRecipes(baseRecipe(defaults), recipe) as object,
    }),
  progress: (share) => deskForTest.said.push(share),
};
