import { syntheticTables } from '../../../../src/data/synthetic/index.ts';
import { metrics } from '../../../../src/nn/index.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import { compiledSchema } from '../../../../src/train/recipe/parseRecipe.ts';
import { alternatives, type SchemaTree } from '../../../../src/train/recipe/schemaTree.ts';
import type { Catalogue, Thing, ThingKind } from '../../src/catalogue/types.ts';
import { datasetPicture } from './datasetPicture.ts';
import { fieldsOf } from './fieldSpec.ts';
import { leftOutThings } from './leftOut.ts';
import { lossForm, lossTasks } from './lossTasks.ts';
import { thingKinds } from './thingLists.ts';
import { thingTrees } from './thingTrees.ts';

/** Everything that panels can offer, from the library's own schema and lists. */
export function makeCatalogue(): Catalogue {
  const { properties = {} } = compiledSchema(builtIn).tree;
  return {
    recipe: fieldsOf(properties, 'recipe'),
    things: Object.fromEntries(thingKinds.map((kind) => [kind, thingsOf(kind)])) as Catalogue['things'],
    metrics: Object.values(metrics).map(({ name, task, better }) => ({ name, task, better })),
    datasets: syntheticTables.map(datasetPicture),
  };
}

function thingsOf(kind: ThingKind): Record<string, Thing> {
  const shown = [...thingTrees(kind)].filter(([name]) => !leftOutThings.has(`${kind}(${name})`));
  return Object.fromEntries(shown.map(([name, tree]) => [name, thingOf(kind, name, tree)]));
}

function thingOf(kind: ThingKind, name: string, tree: SchemaTree): Thing {
  const fields = fieldsOf(alternatives(tree)[0].properties ?? {}, { list: kind, name });
  return { fields, ...(kind === 'losses' && { tasks: lossTasks(name), form: lossForm(name) }) };
}
