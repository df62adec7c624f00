import type { ThingKind } from './types.ts';

/** Where a field stands: below a path of the scenario, or among the options of a named thing. */
export type Owner = string | { readonly list: ThingKind; readonly name: string };

/**
 * The name under which dictionaries know a field: `recipe.stopping.patience`, `data.noise`, and for the options of things, wherever the
 * thing is chosen, `optimizers(adam).beta1`.
 */
export function fieldKey(owner: Owner, field: string): string {
  if (typeof owner !== 'string') return `${owner.list}(${owner.name}).${field}`;
  return owner === '' ? field : `${owner}.${field}`;
}

/** The key itself, then the one for all things of its list: what a dictionary is asked for, in this order. */
export function keysToTry(key: string): readonly string[] {
  const general = key.replace(/\([^)]*\)/, '');
  return general === key ? [key] : [key, general];
}
