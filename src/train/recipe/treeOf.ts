import { z } from 'zod';
import type { SchemaTree } from './schemaTree.ts';

type Definition = z.core.$ZodTypes['_zod']['def'];

/**
 * The tree of a schema, read off its definition: zod's own writer of JSON Schemas says more and is larger than the rest of zod that a
 * browser needs. What the tree has no word for (a date, a custom check) is `{}`.
 */
export function treeOf(schema: z.core.$ZodType): SchemaTree {
  const description = z.globalRegistry.get(schema)?.description;
  const tree = structure((schema as z.core.$ZodTypes)._zod.def);
  return description === undefined ? tree : { ...tree, description };
}

function structure(def: Definition): SchemaTree {
  switch (def.type) {
    case 'object':
      return { type: 'object', ...fields(def) };
    case 'record':
      return { type: 'object', additionalProperties: treeOf(def.valueType) };
    case 'array':
      return { type: 'array', items: treeOf(def.element), ...bounds(def) };
    case 'union':
      return { [def.inclusive === false ? 'oneOf' : 'anyOf']: def.options.map(treeOf) };
    case 'nullable':
      return { anyOf: [treeOf(def.innerType), { type: 'null' }] };
    case 'default':
    case 'prefault':
      return withDefault(treeOf(def.innerType), def);
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return treeOf(def.innerType);
    case 'pipe':
      return treeOf(def.in);
    default:
      return leaf(def);
  }
}

function leaf(def: Definition): SchemaTree {
  switch (def.type) {
    case 'number':
      return { type: 'format' in def ? 'integer' : 'number', ...bounds(def) };
    case 'string':
    case 'boolean':
    case 'null':
      return { type: def.type };
    case 'tuple':
      return { type: 'array', prefixItems: def.items.map(treeOf) };
    case 'literal':
      return literal(def.values);
    case 'enum':
      return { type: 'string', enum: Object.values(def.entries) };
    default:
      return {};
  }
}

function literal(values: readonly unknown[]): SchemaTree {
  const [value, ...more] = values as readonly SchemaTree['const'][];
  const type = value === null ? 'null' : typeof value;
  return more.length === 0 ? { type, const: value } : { enum: values };
}

function fields({ shape, catchall }: z.core.$ZodObjectDef): SchemaTree {
  const properties = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, treeOf(field)]));
  if (!catchall) return { properties };
  const isClosed = (catchall as z.core.$ZodTypes)._zod.def.type === 'never';
  return { properties, additionalProperties: isClosed ? false : treeOf(catchall) };
}

/** What stands for nothing given; behind a transform that is an output, which nobody may write. */
function withDefault(
  tree: SchemaTree,
  { type, innerType, defaultValue }: z.core.$ZodDefaultDef | z.core.$ZodPrefaultDef,
): SchemaTree {
  return type === 'default' && transforms(innerType) ? tree : { ...tree, default: defaultValue };
}

function transforms(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'union' ? def.options.some(transforms) : def.type === 'pipe';
}

function bounds({ checks = [] }: z.core.$ZodTypeDef): SchemaTree {
  const all = checks.map((check) => (check as z.core.$ZodChecks)._zod.def);
  const least = all.find((check): check is z.core.$ZodCheckMinLengthDef => check.check === 'min_length');
  const above = narrowest(all.filter(({ check }) => check === 'greater_than') as Bound[], 1);
  const below = narrowest(all.filter(({ check }) => check === 'less_than') as Bound[], -1);
  return {
    ...(least && { minItems: least.minimum }),
    ...(above && { [above.inclusive ? 'minimum' : 'exclusiveMinimum']: above.value }),
    ...(below && { [below.inclusive ? 'maximum' : 'exclusiveMaximum']: below.value }),
  };
}

type Bound = { readonly value: number; readonly inclusive: boolean };

function narrowest(bounds: readonly Bound[], direction: 1 | -1): Bound | undefined {
  return bounds.toSorted(
    (a, b) => direction * (b.value - a.value) || Number(a.inclusive) - Number(b.inclusive),
  )[0];
}
