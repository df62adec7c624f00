import { NeumannError } from '../../errors.ts';
import { expand } from './expand.ts';
import { mergeRecipes } from './mergeRecipes.ts';
import { compiledSchema } from './parseRecipe.ts';
import { alternatives, childOf, chosen, isRecord, type SchemaTree } from './schemaTree.ts';
import type { Things } from './things.ts';

/**
 * One edit in the form of the command line: `optimizer.learningRate=0.01`, `model.hidden=64,64`, `model.kind=linear`,
 * `losses.0.weight=2`, `optimizer=sgd`. The value is JSON where it can be read as JSON, else a text; commas make a list
 * where the schema wants one. Gives a new recipe, not yet checked: `parseRecipe` does that.
 */
export function setPath(recipe: unknown, edit: string, things: Things): Record<string, unknown> {
  const at = edit.indexOf('=');
  if (at <= 0) {
    throw new NeumannError(
      'recipe',
      `"${edit}" is no edit of a recipe; write PATH=VALUE, such as optimizer.learningRate=0.01.`,
    );
  }
  const path = edit.slice(0, at).split('.');
  const { tree } = compiledSchema(things);
  const base = isRecord(recipe) ? recipe : {};
  const text = edit.slice(at + 1);
  return put(base, path, (node) => readValue(text, node), tree) as Record<string, unknown>;
}

type Read = (node: SchemaTree | undefined) => unknown;

function put(value: unknown, path: readonly string[], read: Read, tree: SchemaTree | undefined): unknown {
  if (path.length === 0) return mergeRecipes(expand(tree, value), expand(tree, read(tree)));
  const [key, ...rest] = path;
  const within = expand(tree, value ?? tree?.default ?? {});
  const branch = tree && (chosen(tree, within) ?? tree);
  if (Array.isArray(within)) return putInList(within, key, rest, read, branch);
  const fields = isRecord(within) ? within : {};
  const changed = put(fields[key], rest, read, childOf(branch, key) ?? nameNode(tree, key));
  return mergeRecipes(fields, { [key]: changed });
}

function putInList(
  list: readonly unknown[],
  key: string,
  rest: readonly string[],
  read: Read,
  branch?: SchemaTree,
): unknown {
  const index = Number(key);
  if (!Number.isInteger(index) || index < 0 || index > list.length) {
    throw new NeumannError(
      'recipe',
      `"${key}" is no place in a list of ${list.length}; the first is 0, the next free one ${list.length}.`,
    );
  }
  return list.toSpliced(index, 1, put(list[index], rest, read, branch?.items));
}

/** `optimizer.name` is in every alternative: any of them tells that it is a text. */
function nameNode(tree: SchemaTree | undefined, key: string): SchemaTree | undefined {
  return tree && alternatives(tree).flatMap((option) => childOf(option, key) ?? [])[0];
}

function readValue(text: string, node: SchemaTree | undefined): unknown {
  const value = readJson(text);
  const wantsList = node !== undefined && alternatives(node).some((option) => option.type === 'array');
  const isWord = node !== undefined && alternatives(node).some((option) => option.const === value);
  if (!wantsList || isWord || Array.isArray(value)) return value;
  return text === '' ? [] : text.split(',').map((item) => readJson(item.trim()));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
