import {
  builtIn,
  parseRecipe,
  recipeFields,
  resolveRecipe,
  type RecipeInput,
  type ResolvedRecipe,
  type TableFacts,
} from '../../train/index.ts';
import { listed } from '../words/numbers.ts';
import type { RecipeEntry, RecipeSection } from './types.ts';

interface Leaf {
  readonly value: unknown;
  /** Its path as the schema's list of fields names it. */
  readonly described: string;
}
type Leaves = Map<string, Leaf>;

/** The recipe as it was run, by section, with what a person chose set apart from what is usual for such a table. */
export function recipeSections(recipe: ResolvedRecipe, facts: TableFacts): RecipeSection[] {
  const summaries = new Map(recipeFields(builtIn).map(({ path, summary }) => [path, summary]));
  const usual = usualLeaves(recipe, facts);
  const entries = (name: string, content: unknown) =>
    [...leaves(content, name)]
      .sort(namesFirst)
      .map(([path, leaf]) => entry(path, leaf, usual, summaries.get(leaf.described) ?? ''));
  const parts = Object.entries(recipe).filter(([name]) => name !== 'recipe');
  const lone = parts.filter(([, content]) => !isBranch(content));
  const own = parts.filter(([, content]) => isBranch(content));
  return [
    {
      name: 'general',
      summary: listed(lone.map(([name]) => name)),
      fields: lone.flatMap(([name, content]) => entries(name, content)),
    },
    ...own.map(([name, content]) => ({
      name,
      summary: summaries.get(name) ?? sectionSummaries[name] ?? '',
      fields: entries(name, content),
    })),
  ];
}

function entry(path: string, { value }: Leaf, usual: Leaves, summary: string): RecipeEntry {
  const other = usual.get(path);
  const isSame = JSON.stringify(value) === JSON.stringify(other?.value);
  return {
    path,
    value: shown(value),
    summary,
    ...(!isSame && { usual: other === undefined ? '' : shown(other.value) }),
  };
}

const sectionSummaries: Readonly<Record<string, string>> = {
  data: 'What the columns are for.',
  split: 'Which rows train, validate and test.',
  preparation: 'How columns become numbers; fitted on training rows alone.',
  clip: 'Limits on the gradient.',
  optimizer: 'How a gradient becomes a step.',
  schedule: 'How the learning rate changes while training.',
  averaging: 'Which weights are kept: the last, or their running average.',
  batches: 'How rows are grouped into steps.',
  stopping: 'When training ends.',
};

/**
 * What stands at each path where nothing is said: names (which optimizer, which kind of model) are the default recipe's, and
 * options those that go with the name that was chosen.
 */
function usualLeaves(recipe: ResolvedRecipe, facts: TableFacts): Leaves {
  const { targets } = recipe.data;
  const usual = allLeaves(resolved({ data: { targets } }, facts));
  const options = optionsOfChosen(recipe, facts);
  for (const [path, leaf] of options) if (!isName(path)) usual.set(path, leaf);
  return usual;
}

function optionsOfChosen(recipe: ResolvedRecipe, facts: TableFacts): Leaves {
  try {
    const names = namesOf(recipe) as RecipeInput;
    return allLeaves(resolved({ ...names, data: { targets: recipe.data.targets } }, facts));
  } catch {
    // It names something of a person's own, or something that has no defaults.
    return new Map();
  }
}

const resolved = (input: RecipeInput, facts: TableFacts): ResolvedRecipe =>
  resolveRecipe(parseRecipe(input, builtIn), facts, builtIn);

/** Which thing was chosen stands before its options. */
const namesFirst = ([a]: [string, Leaf], [b]: [string, Leaf]): number =>
  depth(a) === depth(b) ? Number(isName(b)) - Number(isName(a)) : 0;

const depth = (path: string): string => path.slice(0, path.lastIndexOf('.'));

const isName = (path: string): boolean => /\.(name|kind)$/.test(path);

/** Of a recipe only what is chosen by name, all the way down. */
function namesOf(value: object): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const [key, own] of Object.entries(value)) {
    if (key === 'name' || key === 'kind') names[key] = own;
    if (!isRecord(own) || key === 'data') continue;
    const inside = namesOf(own);
    if (Object.keys(inside).length > 0) names[key] = inside;
  }
  return names;
}

const allLeaves = (recipe: ResolvedRecipe): Leaves =>
  new Map(Object.entries(recipe).flatMap(([name, content]) => [...leaves(content, name)]));

/** Everything that holds no fields of its own, by its path. */
function leaves(value: unknown, path: string, described = path): Leaves {
  if (!isBranch(value)) return new Map([[path, { value, described }]]);
  const chosen = isRecord(value) ? (value.name ?? value.kind) : undefined;
  const inside = typeof chosen === 'string' && described !== 'split' ? `${described}(${chosen})` : described;
  return new Map(
    Object.entries(value).flatMap(([key, own]) => [
      ...leaves(
        own,
        `${path}.${key}`,
        key === 'name' ? described : `${inside}.${Array.isArray(value) ? 0 : key}`,
      ),
    ]),
  );
}

/** An object with fields, or a list of such. */
function isBranch(value: unknown): value is object {
  if (Array.isArray(value)) return value.length > 0 && value.every(isBranch);
  return isRecord(value) && Object.keys(value).length > 0;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.join(', ') || 'none';
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (value === null) return 'none';
  return isRecord(value) && Object.keys(value).length === 0 ? 'none' : JSON.stringify(value);
}
