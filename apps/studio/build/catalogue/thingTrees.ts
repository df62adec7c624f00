import { scalers } from '../../../../src/data/prepare/scalers/index.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import { compiledSchema } from '../../../../src/train/recipe/parseRecipe.ts';
import { alternatives, type SchemaTree } from '../../../../src/train/recipe/schemaTree.ts';
import { treeOf } from '../../../../src/train/recipe/treeOf.ts';
import type { ThingKind } from '../../src/catalogue/types.ts';

const recipe = compiledSchema(builtIn).tree;

/** The options of each thing of a list, with what the recipe adds to them (the weight of a loss, auto for a learning rate). */
export function thingTrees(kind: ThingKind): ReadonlyMap<string, SchemaTree> {
  if (kind === 'scalers')
    return new Map(Object.entries(scalers).map(([name, { options }]) => [name, treeOf(options)]));
  const members = alternatives(places[kind]()).filter(({ properties }) => properties?.name);
  return new Map(members.map((member) => [String(member.properties!.name.const), member]));
}

/** A place of the recipe where one of the list is chosen. */
const places: Readonly<Record<Exclude<ThingKind, 'scalers'>, () => SchemaTree>> = {
  activations: () => model('mlp').activation,
  initializers: () => model('mlp').initializer,
  layers: () => model('layers').layers.items!,
  losses: () => section('losses').items!,
  optimizers: () => section('optimizer'),
  orders: () => section('batches').properties!.order,
  penalties: () => section('penalties').items!,
  schedules: () => section('schedule'),
};

const section = (name: string): SchemaTree => recipe.properties![name];

function model(kind: string): Readonly<Record<string, SchemaTree>> {
  return alternatives(section('model')).find(({ properties }) => properties?.kind.const === kind)!
    .properties!;
}
