import { z } from 'zod';

/** How the words of a column become slots. */
export interface CategorySettings {
  /** The categories in an order of one's own; those found in training, sorted, when left out. */
  readonly order?: readonly string[];
  /** Whether categories are numbers, to be sorted as such. */
  readonly numeric?: boolean;
  /** Categories in fewer training rows than this share a slot; below 1, it is a share of the rows. */
  readonly rareBelow?: number;
  /** At most so many slots for categories: the rarest share the last one. */
  readonly most?: number | null;
  /** Where a category that training has not seen goes: nowhere, to the rare ones (if there are any), to a slot of its own. */
  readonly unknown: UnknownPolicy;
}
export type UnknownPolicy = 'error' | 'zeros' | 'rare' | 'own';

/** The slots that `slotNames` gives to what is no category. */
export const RARE = '(rare)';
export const MISSING = '(missing)';
export const UNKNOWN = '(unknown)';

const shape = z.strictObject({
  levels: z.array(z.string()),
  rare: z.array(z.string()),
  /** Slot of a missing value; null: it counts as unknown. */
  missing: z.int().min(0).nullable(),
  /** Slot of a category that training has not seen; null: none. */
  unknown: z.int().min(0).nullable(),
  /** Whether a category that training has not seen is an error. */
  refuseUnknown: z.boolean(),
});

/**
 * Categories found in training, as plain JSON. Each has a slot: first the `levels` in order, then one that all `rare`
 * categories share (if there are any), then one for missing values, then one for unknown ones (each null if there is none).
 */
export type Categories = z.output<typeof shape>;

export const categoriesSchema = shape
  .refine(haveOneSlotEach, 'each category stands in one place')
  .refine(haveSlotsInOrder, 'slots are as their order says');

/** A readable name for each slot. */
export function slotNames({ levels, rare, missing, unknown }: Categories): string[] {
  const names = rare.length > 0 ? [...levels, RARE] : [...levels];
  if (missing !== null) names.push(MISSING);
  if (unknown !== null && unknown >= names.length) names.push(UNKNOWN);
  return names;
}

function haveOneSlotEach({ levels, rare }: Categories): boolean {
  return new Set([...levels, ...rare]).size === levels.length + rare.length;
}

function haveSlotsInOrder({ levels, rare, missing, unknown }: Categories): boolean {
  const own = levels.length + (rare.length > 0 ? 1 : 0);
  const last = own + (missing === null ? 0 : 1);
  const sharesRare = rare.length > 0 && unknown === levels.length;
  return (missing === null || missing === own) && (unknown === null || unknown === last || sharesRare);
}

/** Finds the categories of a column: `counts` says in how many training rows each occurs, `missing` how many have none. */
export function fitCategories(
  settings: CategorySettings,
  counts: ReadonlyMap<string, number>,
  missing: number,
): Categories {
  const found = settings.order ?? sorted([...counts.keys()], settings.numeric ?? false);
  const rare = rareOf(settings, found, counts, missing);
  const levels = found.filter((word) => !rare.has(word));
  const own = levels.length + (rare.size > 0 ? 1 : 0);
  const missingSlot = missing > 0 ? own : null;
  const unknownSlots: Record<UnknownPolicy, number | null> = {
    error: null,
    zeros: null,
    rare: rare.size > 0 ? levels.length : null,
    own: own + (missing > 0 ? 1 : 0),
  };
  return {
    levels,
    rare: found.filter((word) => rare.has(word)),
    missing: missingSlot,
    unknown: unknownSlots[settings.unknown],
    refuseUnknown: settings.unknown === 'error',
  };
}

function sorted(words: string[], numeric: boolean): string[] {
  return numeric ? words.sort((a, b) => Number(a) - Number(b)) : words.sort();
}

/** scikit-learn's infrequent categories: those below the bound, then the rarest until no more than `most` slots are left. */
function rareOf(
  { rareBelow = 0, most }: CategorySettings,
  found: readonly string[],
  counts: ReadonlyMap<string, number>,
  missing: number,
): Set<string> {
  const count = (word: string) => counts.get(word) ?? 0;
  const rows = found.reduce((total, word) => total + count(word), missing);
  const bound = rareBelow < 1 ? rareBelow * rows : rareBelow;
  const rare = new Set(found.filter((word) => count(word) < bound));
  if (typeof most === 'number' && most < found.length - rare.size + 1) {
    const byCount = found.toSorted((a, b) => count(a) - count(b));
    for (const word of byCount.slice(0, found.length - most + 1)) rare.add(word);
  }
  return rare;
}

/** Gives each word (null: missing) its slot: -1 where it has none, -2 where it is unknown and unknown ones are refused. */
export function slotFinder({
  levels,
  rare,
  missing,
  unknown,
  refuseUnknown,
}: Categories): (word: string | null) => number {
  const slots = new Map(levels.map((word, slot) => [word, slot]));
  for (const word of rare) slots.set(word, levels.length);
  const nowhere = unknown ?? NOWHERE;
  return (word) => {
    if (word === null) return missing ?? nowhere;
    return slots.get(word) ?? (refuseUnknown ? REFUSED : nowhere);
  };
}
export const NOWHERE = -1;
export const REFUSED = -2;
