import { alternatives, type SchemaTree } from '../../../../src/train/recipe/schemaTree.ts';
import { fieldKey, keysToTry, type Owner } from '../../src/catalogue/fieldKey.ts';
import type { FieldSpec, Fields } from '../../src/catalogue/types.ts';
import { leftOutFields, leftOutWords } from './leftOut.ts';
import { thingListOf } from './thingLists.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The fields of an object that a panel shows. */
export function fieldsOf(properties: Readonly<Record<string, SchemaTree>>, owner: Owner): Fields {
  const shown = Object.entries(properties).filter(([name, tree]) => isShown(name, tree, owner));
  return Object.fromEntries(shown.map(([name, tree]) => [name, fieldSpec(tree, fieldKey(owner, name))]));
}

/** What has one value alone is no choice (the name of a thing is one). */
function isShown(name: string, tree: SchemaTree, owner: Owner): boolean {
  return tree.const === undefined && !keysToTry(fieldKey(owner, name)).some((key) => leftOutFields.has(key));
}

function fieldSpec(tree: SchemaTree, key: string): FieldSpec {
  const list = thingListOf(tree, key);
  const spec: Mutable<FieldSpec> = {};
  if (tree.default !== undefined) spec.default = tree.default;
  const options = alternatives(tree);
  if (options.some(({ type }) => type === 'null')) spec.nullable = true;
  if (list) return { ...spec, type: 'thing', list };
  const kinds = kindsOf(options, key);
  if (kinds) return { ...spec, type: 'section', kinds };
  // One number instead of a list of them, where either will do: the studio's net has one output.
  const simple = options.some(({ type }) => type === 'number')
    ? options.filter(({ type }) => type !== 'array')
    : options;
  for (const option of simple) Object.assign(spec, merged(spec, oneSpec(option, key)));
  return spec;
}

/** The alternatives of a section that are told apart by `kind`. */
function kindsOf(options: readonly SchemaTree[], key: string): FieldSpec['kinds'] {
  if (options.length < 2 || !options.every(({ properties }) => properties?.kind?.const !== undefined))
    return undefined;
  return Object.fromEntries(
    options.map(({ properties = {} }) => [String(properties.kind.const), fieldsOf(properties, key)]),
  );
}

function merged(before: FieldSpec, next: FieldSpec): FieldSpec {
  const words = [...(before.words ?? []), ...(next.words ?? [])];
  return { ...next, ...(words.length > 0 && { words }) };
}

function oneSpec(tree: SchemaTree, key: string): FieldSpec {
  const words = tree.enum ?? (tree.const === undefined ? undefined : [tree.const]);
  if (words) {
    const hidden = leftOutWords[key] ?? [];
    return { words: (words as (string | number)[]).filter((word) => !hidden.includes(String(word))) };
  }
  switch (tree.type) {
    case 'integer':
    case 'number':
      return { type: tree.type, ...bounds(tree) };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return { type: 'text' };
    case 'array':
      return listSpec(tree, key);
    case 'object':
      return tree.properties
        ? { type: 'section', fields: fieldsOf(tree.properties, key) }
        : { type: 'record' };
    default:
      return {};
  }
}

/** The places of a list of a fixed length are all alike here. */
function listSpec({ items, prefixItems }: SchemaTree, key: string): FieldSpec {
  const length = prefixItems?.length;
  const item = items ?? prefixItems?.[0];
  return { type: 'list', ...(item && { items: fieldSpec(item, key) }), ...(length && { length }) };
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaTree): FieldSpec {
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { above: exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { below: exclusiveMaximum }),
  };
}
