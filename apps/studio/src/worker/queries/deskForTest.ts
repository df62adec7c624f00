import { LiveRun } from '../../../../../src/train/live/index.ts';
import { makeTable } from '../../data/makeTable.ts';
import { mergeEdits } from '../../state/mergeEdits.ts';
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

/** The base recipe with these edits, on a table of moons with those. */
export interface JobForTest {
  readonly recipe: RecipeEdits;
  readonly data: DataSettings;
}

export const jobForTest = (recipe: RecipeEdits = {}, data: Partial<DataSettings> = {}): JobForTest => ({
  recipe,
  data: { ...moons, ...data },
});

/** A desk of Node's: runs are opened as a worker opens them. */
export function deskForTest({ recipe, data }: JobForTest): Desk {
  const table = makeTable(data);
  const base = mergeEdits(baseRecipe(1), recipe);
  return {
    openRun: (edits = {}, more = {}) => LiveRun.open({ ...more, table, recipe: mergeEdits(base, edits) }),
    progress: () => {},
  };
}

export const openForTest = (recipe: RecipeEdits = {}, data: Partial<DataSettings> = {}): Promise<LiveRun> =>
  deskForTest(jobForTest(recipe, data)).openRun();
