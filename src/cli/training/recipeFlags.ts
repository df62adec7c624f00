import { NeumannError } from '../../errors.ts';
import type { Recipe, RecipeInput } from '../../train/index.ts';
import type { Values } from '../arguments/define.ts';
import { usageError } from '../arguments/parseArguments.ts';
import type { Effects } from '../effects/effects.ts';
import { placeOf } from '../effects/paths.ts';
import { parseJson } from '../format/json.ts';

/** Flags that make up the recipe. */
export const recipeFlags = {
  target: {
    kind: 'texts',
    value: 'COLUMN',
    summary: 'what to predict; several --target train several outputs',
  },
  recipe: { kind: 'text', value: 'FILE|NAME', summary: 'begin with this recipe; neumann recipe lists them' },
  set: {
    kind: 'texts',
    value: 'PATH=VALUE',
    summary: 'change the recipe: --set optimizer.learningRate=0.01',
  },
  ignore: { kind: 'texts', value: 'COLUMN', summary: 'leave a column out' },
  type: {
    kind: 'texts',
    value: 'COLUMN=KIND',
    summary: 'number, category, boolean, date, text, identifier or constant, where it is not seen rightly',
  },
  task: {
    kind: 'text',
    value: 'TASK',
    summary: 'classification or regression, where the target leaves it open',
  },
  splitColumn: {
    kind: 'text',
    value: 'COLUMN',
    summary: 'a column that says train, validation or test of each row',
  },
  seed: { kind: 'integer', value: 'NUMBER', summary: 'where random numbers begin; 0 when left out' },
  minutes: { kind: 'number', value: 'NUMBER', summary: 'stop learning after so long' },
} as const;

export type RecipeFlags = Values<Record<never, never>, typeof recipeFlags>;

/**
 * The recipe that flags mean, upon `under` (the recipe of a run that goes on) or the one that --recipe names. Later ones win: the
 * recipe, then the flags, then --set in its order.
 */
export async function recipeFromFlags(
  flags: RecipeFlags,
  effects: Effects,
  under?: RecipeInput,
): Promise<Recipe> {
  const { mergeRecipes, recipeOf } = await import('../../train/index.ts');
  const named = flags.recipe === undefined ? {} : await readRecipe(flags.recipe, effects);
  const base = mergeRecipes(under ?? {}, named) as RecipeInput;
  const recipe = mergeRecipes(base, overlay(flags, base)) as RecipeInput;
  const { set, target, seed } = flags;
  return recipeOf({ recipe, set, seed, ...(target.length > 0 && { target }) });
}

/** A recipe from a file, or one of the named ones. */
export async function readRecipe(name: string, effects: Effects): Promise<RecipeInput> {
  const place = placeOf(effects, name);
  const { presetRecipe, presets } = await import('../../train/index.ts');
  if (presets.some((preset) => preset.name === name)) return presetRecipe(name);
  if (!effects.files.exists(place) && !/[/\\.]/.test(name)) return presetRecipe(name);
  const text = new TextDecoder().decode(effects.files.read(place));
  const recipe = parseJson(text, name);
  if (typeof recipe === 'object' && recipe !== null && !Array.isArray(recipe)) return recipe;
  throw new NeumannError(
    'recipe',
    `${name} holds no recipe: a JSON object is wanted, as neumann recipe default shows.`,
  );
}

function overlay({ ignore, type, task, splitColumn, minutes }: RecipeFlags, base: RecipeInput): unknown {
  const ignored = new Set([...(base.data?.ignore ?? []), ...ignore]);
  return {
    data: { ignore: [...ignored], types: Object.fromEntries(type.map(columnKind)) },
    ...(task !== undefined && { task }),
    ...(splitColumn !== undefined && { split: { kind: 'column', column: splitColumn } }),
    ...(minutes !== undefined && { stopping: { minutes } }),
  };
}

/** `COLUMN=KIND`; the name of a column may hold an equals sign too. */
function columnKind(text: string): [column: string, kind: string] {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw usageError('train', `--type is '${text}'; write it as COLUMN=KIND, such as zip=category.`);
}
