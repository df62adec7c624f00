import type { z } from 'zod';
import { didYouMean } from '../../suggest.ts';
import { describe } from './describe.ts';
import {
  alternatives,
  childOf,
  chosen,
  discriminatorValues,
  isRecord,
  type SchemaTree,
} from './schemaTree.ts';

/** One sentence for one thing wrong with a recipe: where, what is there, what may be there, and the likely meaning. */
export function explain(tree: SchemaTree, recipe: unknown, issue: z.core.$ZodIssue): string {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return unknownField(locate(tree, recipe, path), path, issue.keys[0]);
  // Fields that each may be as they are, but not together: what is told of them says what to do.
  if (issue.code === 'custom' && issue.message !== 'Invalid input')
    return `${nameOf(path)}: ${issue.message}.`;
  const { node, value } = locate(tree, recipe, path);
  return wrongValue(node, path, value);
}

interface Place {
  readonly node: SchemaTree | undefined;
  readonly value: unknown;
}

/** Goes down the path, in the schema and in the recipe at once. */
function locate(tree: SchemaTree, recipe: unknown, path: readonly (string | number)[]): Place {
  let place: Place = { node: tree, value: recipe };
  for (const key of path) {
    const parent = place.node;
    const branch = parent && (chosen(parent, place.value) ?? nameOnly(parent, key));
    const within = isRecord(place.value) || Array.isArray(place.value) ? place.value : {};
    place = { node: childOf(branch, key), value: Reflect.get(within, key) };
  }
  return place;
}

/** Where no alternative was chosen, the name itself is what is wrong: the names are what may stand there. */
function nameOnly(tree: SchemaTree, key: string | number): SchemaTree {
  return { properties: { [key]: { enum: discriminatorValues(tree) } } };
}

function unknownField({ node, value }: Place, path: readonly (string | number)[], key: string): string {
  const branch = node && (chosen(node, value) ?? node);
  const fields = branch ? alternatives(branch).flatMap((option) => Object.keys(option.properties ?? {})) : [];
  return `${nameOf(path)} has no field "${key}"; its fields: ${fields.join(', ')}.${hint(key, fields)}`;
}

function wrongValue(
  node: SchemaTree | undefined,
  path: readonly (string | number)[],
  value: unknown,
): string {
  const allowed = node ? describe(node) : 'something else';
  if (value === undefined) return `${nameOf(path)} is missing; it must be ${allowed}.`;
  const suggestion = typeof value === 'string' && node ? hint(value, wordsOf(node)) : '';
  return `${nameOf(path)} is ${JSON.stringify(value)}; it must be ${allowed}.${suggestion}`;
}

/** The words that may stand at a place. */
function wordsOf(node: SchemaTree): string[] {
  const literals = alternatives(node).flatMap((option) => [option.const, ...(option.enum ?? [])]);
  return [...literals.filter((word) => typeof word === 'string'), ...discriminatorValues(node)];
}

const nameOf = (path: readonly (string | number)[]): string =>
  path.length > 0 ? `Recipe: "${path.join('.')}"` : 'The recipe';

function hint(word: string, candidates: readonly string[]): string {
  const likely = didYouMean(word, candidates);
  return likely ? ` Did you mean "${likely}"?` : '';
}
