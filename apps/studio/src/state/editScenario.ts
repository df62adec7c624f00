import { mergeEdits } from './mergeEdits.ts';
import { baseRecipe } from './baseRecipe.ts';
import { differences } from './differences.ts';
import { isRecord, readPath, writePath, type Path } from './path.ts';
import { same } from './same.ts';
import type { RecipeEdits, Scenario } from './scenario.ts';

/** The recipe that lane A runs, as far as it is said; what it leaves open has the schema's own default. */
export const wholeRecipe = ({ defaults, recipe }: Scenario): RecipeEdits =>
  mergeEdits(baseRecipe(defaults), recipe);

/** The one that lane B runs. */
export const otherRecipe = (scenario: Scenario): RecipeEdits =>
  mergeEdits(wholeRecipe(scenario), scenario.other ?? {});

/**
 * The scenario after one edit. A recipe keeps only what differs from its base. Another `name` or `kind` of a choice drops the options of
 * the old one (for B too, where A's choice changes under it); undefined goes back to the base.
 */
export function editScenario(scenario: Scenario, [root, ...path]: Path, value: unknown): Scenario {
  if (root === 'recipe') return editRecipe(scenario, path, value);
  if (root === 'other' && path.length > 0) {
    const other = editEdits(wholeRecipe(scenario), scenario.other ?? {}, path, value);
    return same(other, scenario.other) ? scenario : { ...scenario, other };
  }
  return writePath(scenario, [root, ...path], value) as Scenario;
}

function editRecipe(scenario: Scenario, path: Path, value: unknown): Scenario {
  const recipe = editEdits(baseRecipe(scenario.defaults), scenario.recipe, path, value);
  if (same(recipe, scenario.recipe)) return scenario;
  const next = { ...scenario, recipe };
  const other = scenario.other && withoutOrphans(scenario.other, wholeRecipe(scenario), wholeRecipe(next));
  return { ...next, other };
}

function editEdits(base: RecipeEdits, edits: RecipeEdits, path: Path, value: unknown): RecipeEdits {
  if (value === undefined && readPath(edits, path) !== undefined && !passesList(edits, path))
    return differences({}, prune(writePath(edits, path, undefined)) ?? {});
  return differences(base, choose(mergeEdits(base, edits), path, value) as RecipeEdits);
}

/** Kinds of split share their fields, so that choosing another keeps the shares. */
const SHARING: ReadonlySet<string> = new Set(['split']);

function choose(recipe: RecipeEdits, path: Path, value: unknown): unknown {
  const tag = path.at(-1);
  const owner = path.slice(0, -1);
  if (tag === 'name' || (tag === 'kind' && !SHARING.has(owner.join('.')))) {
    if (readPath(recipe, path) === value) return recipe;
    return writePath(recipe, owner, { [tag]: value });
  }
  const present = readPath(recipe, path);
  const isName = typeof value === 'string' && isRecord(present) && 'name' in present;
  return writePath(recipe, path, isName ? { name: value } : value);
}

const passesList = (value: unknown, path: Path): boolean =>
  path.some((_, index) => Array.isArray(readPath(value, path.slice(0, index))));

/** Without sections in which nothing is left. */
function prune(value: unknown): RecipeEdits | undefined {
  if (!isRecord(value)) return value as undefined;
  const kept = Object.entries(value).flatMap(([key, own]) => {
    const pruned = isRecord(own) ? prune(own) : own;
    return pruned === undefined ? [] : [[key, pruned]];
  });
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as RecipeEdits);
}

/** B's options of a thing go when A chooses another thing in its place, unless B chose its own. */
function withoutOrphans(other: RecipeEdits, before: unknown, after: unknown): RecipeEdits {
  const entries = Object.entries(other).flatMap(([key, value]) => {
    const [was, is] = [readPath(before, [key]), readPath(after, [key])];
    if (!isRecord(value) || !isRecord(was) || !isRecord(is) || was === is) return [[key, value]];
    const orphaned = ['name', 'kind'].some((tag) => !(tag in value) && was[tag] !== is[tag]);
    if (orphaned && key !== 'split') return [];
    const inner = withoutOrphans(value, was, is);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries) as RecipeEdits;
}
