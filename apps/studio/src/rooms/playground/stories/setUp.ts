import { baseRecipe } from '../../../state/baseRecipe.ts';
import { differences } from '../../../state/differences.ts';
import { startScenario } from '../../../state/startScenario.ts';
import type { RecipeEdits, Scenario } from '../../../state/scenario.ts';
import { mergeEdits } from '../../../state/mergeEdits.ts';
import type { Story, StorySetting } from './story.ts';

/** The scenario in which a story shows best. Language, lesson and how things are looked at stay. */
export function storyScenario(present: Scenario, { name, setting = {} }: Story): Scenario {
  const start = startScenario(present.defaults);
  const base = baseRecipe(present.defaults);
  return {
    ...present,
    data: { ...start.data, ...setting.data },
    recipe: differences(base, mergeEdits(base, setting.recipe ?? {})),
    other: setting.other ?? null,
    view: { ...present.view, story: name, ...setting.view },
  };
}

/** Everything that a setting changes, for a lesson may lock it. */
export function pathsOf({ data = {}, recipe = {} }: StorySetting): string[] {
  return [...leaves(data as RecipeEdits, 'data'), ...leaves(recipe, 'recipe')];
}

function leaves(edits: RecipeEdits, path: string): string[] {
  return Object.entries(edits).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as RecipeEdits, `${path}.${key}`)
      : [`${path}.${key}`],
  );
}
