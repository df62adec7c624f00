import { isRecord } from './schemaTree.ts';

/**
 * `over` laid upon `under`, field by field. Lists are replaced, not mixed. Where both choose a thing by `name` or `kind` and
 * choose differently, the options of the one below go with it.
 */
export function mergeRecipes(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over === undefined ? under : over;
  if (chosenOtherwise(under, over)) return over;
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) merged[key] = mergeRecipes(under[key], value);
  return merged;
}

function chosenOtherwise(under: Record<string, unknown>, over: Record<string, unknown>): boolean {
  return ['name', 'kind'].some((key) => key in over && key in under && over[key] !== under[key]);
}
