import { findField } from '../../catalogue/index.ts';
import { fieldName, valueName } from '../../controls/names.ts';
import type { RecipeEdits } from '../../state/scenario.ts';
import type { Words } from '../../words/index.ts';

/** A field at which B does something of its own, and what each of the two has there, in words. */
export interface SideDifference {
  readonly path: string;
  readonly name: string;
  readonly values: readonly [a: string, b: string];
}

/** Paths at which B does something of its own: a chosen thing counts as one. */
export function leavesOf(edits: RecipeEdits, path = 'other'): string[] {
  return Object.entries(edits).flatMap(([key, value]) => {
    const own = `${path}.${key}`;
    const isSection =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !('name' in value) &&
      !('kind' in value);
    return isSection ? leavesOf(value as RecipeEdits, own) : [own];
  });
}

/** In what B differs from A. */
export function sideDifferences(
  words: Words,
  other: RecipeEdits | null,
  valueOf: (path: string) => unknown,
): SideDifference[] {
  return leavesOf(other ?? {})
    .filter((path) => !path.endsWith('.name'))
    .map((path) => differenceAt(words, path, valueOf));
}

function differenceAt(words: Words, path: string, valueOf: (path: string) => unknown): SideDifference {
  const ofRecipe = path.replace(/^other/, 'recipe');
  const found = findField(ofRecipe, (at) => valueOf(at.replace(/^recipe/, 'other')));
  if (!found) return { path, name: ofRecipe, values: ['', JSON.stringify(valueOf(path))] };
  const say = (value: unknown) =>
    valueName(words, found.spec, found.key, value ?? found.spec.default) || words.controls.none;
  return {
    path,
    name: fieldName(words, found.key),
    values: [say(valueOf(ofRecipe)), say(valueOf(path))],
  };
}
