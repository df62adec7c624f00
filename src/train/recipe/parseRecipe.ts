import { NeumannError } from '../../errors.ts';
import { checkRecipe } from './checkRecipe.ts';
import { expand } from './expand.ts';
import { explain } from './explain.ts';
import { mergeRecipes } from './mergeRecipes.ts';
import { presetRecipe } from './presets.ts';
import { recipeSchema, type Recipe } from './schema.ts';
import { isRecord, type SchemaTree } from './schemaTree.ts';
import type { Things } from './things.ts';
import { treeOf } from './treeOf.ts';

interface Compiled {
  readonly schema: ReturnType<typeof recipeSchema>;
  readonly tree: SchemaTree;
}

const compiled = new WeakMap<Things, Compiled>();

/** The schema of a set of things; built once for each. */
export function compiledSchema(things: Things): Compiled {
  const known = compiled.get(things);
  if (known) return known;
  const schema = recipeSchema(things);
  const fresh = { schema, tree: treeOf(schema) };
  compiled.set(things, fresh);
  return fresh;
}

/** A linear model is trained as the preset `linear` trains it, where nothing else is said. */
function withUsualTraining(recipe: unknown, tree: SchemaTree): unknown {
  const isLinear = isRecord(recipe) && isRecord(recipe.model) && recipe.model.kind === 'linear';
  return isLinear ? mergeRecipes(expand(tree, presetRecipe('linear')), recipe) : recipe;
}

/**
 * A whole recipe from what a person wrote: shorthands expanded, defaults filled in, everything checked.
 * Throws a NeumannError('recipe') that names the field, its value, what may stand there and the likely meaning.
 */
export function parseRecipe(json: unknown, things: Things): Recipe {
  if (!isRecord(json))
    throw new NeumannError('recipe', 'A recipe is a JSON object, such as { "model": { "hidden": [64] } }.');
  const { schema, tree } = compiledSchema(things);
  const written = withUsualTraining(expand(tree, json), tree);
  const parsed = schema.safeParse(written);
  if (!parsed.success) throw new NeumannError('recipe', explain(tree, written, parsed.error.issues[0]));
  checkRecipe(parsed.data);
  return parsed.data;
}
