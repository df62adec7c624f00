import type { RecipeEdits } from './scenario.ts';

/** `over` laid upon `under` as recipes are: lists are replaced, and so is an object that chooses another `name` or `kind`. */
export function mergeEdits(under: RecipeEdits, over: RecipeEdits): RecipeEdits {
  return merged(under, over) as RecipeEdits;
}

function merged(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over === undefined ? under : over;
  if (['name', 'kind'].some((key) => key in under && key in over && under[key] !== over[key])) return over;
  const entries = Object.entries(over).map(([key, value]) => [key, merged(under[key], value)]);
  return { ...under, ...Object.fromEntries(entries) };
}

const isRecord = (value: unknown): value is RecipeEdits =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
