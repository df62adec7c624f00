import { builtIn } from './builtIn.ts';
import { mergeRecipes } from './mergeRecipes.ts';
import { parseRecipe } from './parseRecipe.ts';
import { presetRecipe } from './presets.ts';
import type { Recipe, RecipeInput } from './schema.ts';
import { setPath } from './setPath.ts';
import type { Things } from './things.ts';

/** What a person says of a recipe. */
export interface RecipeOptions {
  readonly recipe?: RecipeInput | string;
  readonly set?: readonly string[];
  readonly target?: string | readonly string[];
  readonly seed?: number;
}

/** The recipe a person's options mean: preset or JSON, then edits, then target and seed. */
export function recipeOf(options: RecipeOptions, things: Things = builtIn): Recipe {
  const { recipe = {}, set = [], target, seed } = options;
  const named: unknown = typeof recipe === 'string' ? presetRecipe(recipe) : recipe;
  const edited = set.reduce((current: unknown, edit) => setPath(current, edit, things), named);
  const targets = target === undefined ? undefined : typeof target === 'string' ? [target] : target;
  const own = { ...(targets && { data: { targets } }), ...(seed !== undefined && { seed }) };
  return parseRecipe(mergeRecipes(edited, own), things);
}
