import { catalogue } from 'virtual:catalogue';
import { dataFields } from './dataFields.ts';
import { fieldKey, type Owner } from './fieldKey.ts';
import type { Fields, ThingKind } from './types.ts';

/** The key of every field that a panel can show, with the words that may stand there. */
export function fieldKeys(): ReadonlyMap<string, readonly (string | number)[]> {
  const ofThings = Object.entries(catalogue.things).flatMap(([list, things]) =>
    Object.entries(things).flatMap(([name, { fields }]) => [
      ...keysBelow(fields, { list: list as ThingKind, name }),
    ]),
  );
  return new Map([...keysBelow(dataFields, 'data'), ...keysBelow(catalogue.recipe, 'recipe'), ...ofThings]);
}

/** Sections themselves are no fields: what stands in them is. */
function* keysBelow(fields: Fields, owner: Owner): Generator<[string, readonly (string | number)[]]> {
  for (const [name, spec] of Object.entries(fields)) {
    const key = fieldKey(owner, name);
    if (spec.type !== 'section') yield [key, spec.words ?? []];
    const inner = spec.kinds ? Object.values(spec.kinds) : [spec.fields ?? spec.items?.fields ?? {}];
    for (const own of inner) yield* keysBelow(own, key);
  }
}
