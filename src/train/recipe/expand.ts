import { childOf, chosen, discriminator, isRecord, type SchemaTree } from './schemaTree.ts';

/**
 * Writes out what a person may leave out: `"adam"` for `{ "name": "adam" }`, and the default's name where only its options
 * are given (`{ "learningRate": 0.1 }` means adamW's). Anything else is left for the schema to judge.
 */
export function expand(tree: SchemaTree | undefined, value: unknown): unknown {
  if (!tree) return value;
  const named = withName(tree, value);
  const branch = chosen(tree, named);
  if (Array.isArray(named)) return named.map((item) => expand(branch?.items, item));
  if (!isRecord(named)) return named;
  return Object.fromEntries(
    Object.entries(named).map(([key, item]) => [key, expand(childOf(branch, key), item)]),
  );
}

function withName(tree: SchemaTree, value: unknown): unknown {
  const key = discriminator(tree);
  if (key === undefined) return value;
  if (typeof value === 'string') return { [key]: value };
  if (!isRecord(value) || key in value || !isRecord(tree.default)) return value;
  return { [key]: tree.default[key], ...value };
}
