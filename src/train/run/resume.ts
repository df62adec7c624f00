import { NeumannError } from '../../errors.ts';
import type { Recipe } from '../recipe/index.ts';
import type { RunCheckpoint } from './runCheckpoint.ts';

/** A checkpoint goes on with the table and the recipe it was made with, and with no others. */
export function checkResume(resume: RunCheckpoint, recipe: Recipe, dataSha256: string): void {
  const refuse = (what: string) =>
    new NeumannError('checkpoint', `The ${what} is not the one the run began with; resume it with the same.`);
  if (resume.dataSha256 !== dataSha256) throw refuse('table');
  if (resume.recipe !== recipeText(recipe)) throw refuse('recipe');
}

/** Without the time allowed: a run may go on with more of it. */
export function recipeText(recipe: Recipe): string {
  return JSON.stringify({ ...recipe, stopping: { ...recipe.stopping, minutes: null } });
}
