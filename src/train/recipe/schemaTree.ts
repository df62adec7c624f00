/**
 * What the recipe's schema allows, as plain data in the words of JSON Schema: what help, messages and shorthands walk over, so
 * that none of them knows more than the schema itself. `treeOf` makes it.
 */
export interface SchemaTree {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaTree>>;
  readonly additionalProperties?: boolean | SchemaTree;
  readonly items?: SchemaTree;
  /** The places of a list of fixed length. */
  readonly prefixItems?: readonly SchemaTree[];
  readonly oneOf?: readonly SchemaTree[];
  readonly anyOf?: readonly SchemaTree[];
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
}

/** The alternatives of a union, unions within unions flattened; a single one otherwise. */
export function alternatives(tree: SchemaTree): readonly SchemaTree[] {
  const union = tree.oneOf ?? tree.anyOf;
  return union ? union.flatMap(alternatives) : [tree];
}

/** The field whose fixed value tells the objects of a union apart (`name`, `kind`); undefined where nothing does. */
export function discriminator(tree: SchemaTree): string | undefined {
  const objects = alternatives(tree).filter((option) => option.properties);
  if (!(tree.oneOf ?? tree.anyOf) || objects.length === 0) return undefined;
  return ['name', 'kind'].find((key) =>
    objects.every((option) => option.properties?.[key]?.const !== undefined),
  );
}

/** The values the discriminator may have. */
export function discriminatorValues(tree: SchemaTree): readonly string[] {
  const key = discriminator(tree);
  if (key === undefined) return [];
  return alternatives(tree).flatMap((option) =>
    option.properties ? [String(option.properties[key].const)] : [],
  );
}

/** The alternative that `value` means to be: by discriminator for objects, else the first of a fitting type. */
export function chosen(tree: SchemaTree, value: unknown): SchemaTree | undefined {
  const options = alternatives(tree);
  if (options.length === 1) return options[0];
  if (Array.isArray(value)) return options.find((option) => option.items);
  if (!isRecord(value)) return undefined;
  const key = discriminator(tree);
  if (key === undefined) return options.find((option) => option.properties ?? option.additionalProperties);
  return options.find((option) => option.properties?.[key]?.const === value[key]);
}

/** The tree of one field of an object or list. */
export function childOf(tree: SchemaTree | undefined, key: string | number): SchemaTree | undefined {
  if (!tree) return undefined;
  if (typeof key === 'number') return tree.items;
  if (tree.properties && Object.hasOwn(tree.properties, key)) return tree.properties[key];
  return typeof tree.additionalProperties === 'object' ? tree.additionalProperties : undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
