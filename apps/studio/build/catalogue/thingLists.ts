import { scalers } from '../../../../src/data/prepare/scalers/index.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import { discriminatorValues, type SchemaTree } from '../../../../src/train/recipe/schemaTree.ts';
import type { ThingKind } from '../../src/catalogue/types.ts';

/** All named things, by list. */
export const thingLists = { ...builtIn, scalers } as const satisfies Record<ThingKind, object>;
export const thingKinds = Object.keys(thingLists) as ThingKind[];

/** Options of layers name things by a free text in the schema (a layer may hold layers): which list it is, the option's name says. */
const byOption: Readonly<Record<string, ThingKind>> = {
  'layers(dense).initializer': 'initializers',
  'layers(dense).biasInitializer': 'initializers',
  'layers(residual).initializer': 'initializers',
  'layers(activation).activation': 'activations',
  'recipe.preparation.numbers': 'scalers',
};

/** The list that a field's thing is chosen from; undefined where the field is something else. */
export function thingListOf(tree: SchemaTree, key: string): ThingKind | undefined {
  if (tree.type === 'array') return undefined;
  if (key === 'layers(residual).layers') return 'layers';
  const names = discriminatorValues(tree);
  return byOption[key] ?? thingKinds.find((kind) => sameNames(names, Object.keys(thingLists[kind])));
}

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, index) => name === others[index]);
