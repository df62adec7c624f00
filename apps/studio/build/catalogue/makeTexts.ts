import { syntheticTables } from '../../../../src/data/synthetic/index.ts';
import { metrics } from '../../../../src/nn/index.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import { compiledSchema } from '../../../../src/train/recipe/parseRecipe.ts';
import { alternatives, type SchemaTree } from '../../../../src/train/recipe/schemaTree.ts';
import { fieldKey, keysToTry, type Owner } from '../../src/catalogue/fieldKey.ts';
import type { CatalogueTexts, ThingText } from '../../src/catalogue/types.ts';
import { leftOutFields, leftOutThings } from './leftOut.ts';
import { thingKinds, thingListOf, thingLists } from './thingLists.ts';
import { thingTrees } from './thingTrees.ts';

/** The library's own sentences, for what the catalogue offers. */
export function makeTexts(): CatalogueTexts {
  const { properties = {} } = compiledSchema(builtIn).tree;
  const ofThings = thingKinds.flatMap((list) =>
    [...thingTrees(list)]
      .filter(([name]) => !leftOutThings.has(`${list}(${name})`))
      .flatMap(([name, tree]) => [...sentences(tree.properties ?? {}, { list, name })]),
  );
  return {
    things: Object.fromEntries(
      thingKinds.map((kind) => [kind, thingTexts(kind)]),
    ) as CatalogueTexts['things'],
    fields: shortened(new Map([...sentences(properties, 'recipe'), ...ofThings])),
    metrics: Object.fromEntries(Object.values(metrics).map(({ name, summary }) => [name, summary])),
    datasets: Object.fromEntries(syntheticTables.map(({ name, about }) => [name, about])),
  };
}

/** One sentence for all things of a list where they agree on it. */
function shortened(sentences: ReadonlyMap<string, string>): Record<string, string> {
  const general = new Map<string, Set<string>>();
  for (const [key, sentence] of sentences)
    general.set(generalKey(key), (general.get(generalKey(key)) ?? new Set()).add(sentence));
  const agreed = (key: string) => general.get(generalKey(key))!.size === 1;
  return Object.fromEntries(
    [...sentences].map(([key, sentence]) => [agreed(key) ? generalKey(key) : key, sentence]),
  );
}

const generalKey = (key: string): string => keysToTry(key).at(-1)!;

function thingTexts(kind: keyof typeof thingLists): Record<string, ThingText> {
  const list: Readonly<Record<string, ThingText>> = thingLists[kind];
  return Object.fromEntries(
    Object.entries(list).map(([name, { summary, formula }]) => [name, { summary, formula }]),
  );
}

function* sentences(
  properties: Readonly<Record<string, SchemaTree>>,
  owner: Owner,
): Generator<[string, string]> {
  for (const [name, tree] of Object.entries(properties)) {
    const key = fieldKey(owner, name);
    if (tree.const !== undefined || keysToTry(key).some((one) => leftOutFields.has(one))) continue;
    if (tree.description) yield [key, tree.description];
    if (thingListOf(tree, key)) continue;
    for (const option of alternatives(tree)) {
      yield* sentences(option.properties ?? {}, key);
      if (option.items && !thingListOf(option.items, key))
        yield* sentences(option.items.properties ?? {}, key);
    }
  }
}
