import { isRecord } from './path.ts';
import { same } from './same.ts';
import type { RecipeEdits } from './scenario.ts';

/**
 * The least that, merged upon `base`, gives `wanted`. Where another thing is chosen by `name` or `kind`, the whole of it; fields of
 * `base` that `wanted` lacks come back, for a merge cannot take any away.
 */
export function differences(base: RecipeEdits, wanted: RecipeEdits): RecipeEdits {
  const entries = Object.entries(wanted).flatMap(([key, value]) => {
    const under = Object.hasOwn(base, key) ? base[key] : undefined;
    if (value === undefined || same(under, value)) return [];
    if (!isRecord(under) || !isRecord(value) || choosesOtherwise(under, value)) return [[key, value]];
    const inner = differences(under, value);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries) as RecipeEdits;
}

const choosesOtherwise = (under: RecipeEdits, over: RecipeEdits): boolean =>
  ['name', 'kind'].some((key) => key in under && key in over && under[key] !== over[key]);
