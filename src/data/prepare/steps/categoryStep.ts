import { z } from 'zod';
import type { Column, ColumnKind } from '../../table/table.ts';
import { categoriesSchema, fitCategories, slotNames, type Categories } from '../encoders/categories.ts';
import { fitScaler, scalingSchema } from '../scalers/index.ts';
import type { ColumnSettings } from '../settings.ts';
import { asNumberWord, readWords } from './readWords.ts';
import type { LeftOut } from './step.ts';
import { isTruthPair, truthWords } from './truthWords.ts';

/**
 * A column of categories. Each has a slot (see `categoriesSchema`); by `encoding` that becomes
 *
 * - `oneHot`: a feature for each slot, 1 for the row's slot and 0 for others; all 0 where it has none
 * - `binary`: one feature, 0 or 1 for the two levels and 0.5 otherwise; a second one, 1 where missing, if there is a slot for missing
 * - `ordinal`: one feature, the number of the slot scaled by `scaling`; 0 (the mean) where it has none
 * - `embedding`: no feature but a code, the number of the slot
 *
 * With `numeric` categories are numbers, written as JavaScript does (12, not 12.0). A word that is no category is looked up
 * in `aliases` once trimmed and in lower case: other ways to write yes and no.
 */
export const categoryStep = z
  .strictObject({
    step: z.literal('category'),
    column: z.string(),
    encoding: z.enum(['oneHot', 'binary', 'ordinal', 'embedding']),
    numeric: z.boolean(),
    categories: categoriesSchema,
    aliases: z.record(z.string(), z.int().min(0).max(1)),
    scaling: scalingSchema.nullable(),
  })
  .refine(
    ({ encoding, scaling }) => (scaling !== null) === (encoding === 'ordinal'),
    'ordinal categories are scaled',
  )
  .refine(
    ({ encoding, categories }) => encoding !== 'binary' || categories.levels.length === 2,
    'binary has two levels',
  );
export type CategoryStep = z.output<typeof categoryStep>;

/** What training rows hold of a column: how often each word, how many without one. */
interface Counts {
  readonly words: ReadonlyMap<string, number>;
  readonly missing: number;
}

export function fitCategoryStep(
  settings: ColumnSettings,
  column: Column,
  kind: ColumnKind,
  rows: Int32Array,
): CategoryStep | LeftOut {
  const numeric = column.type === 'number';
  const counts = countWords(column, rows, numeric);
  const distinct = counts.words.size + (counts.missing > 0 ? 1 : 0);
  if (counts.words.size === 0) return { column: column.name, reason: 'it has no value in the training rows' };
  if (distinct === 1)
    return { column: column.name, reason: `it is '${[...counts.words.keys()][0]}' in all training rows` };
  const encoding = encodingOf(settings, kind, counts.words.size);
  const categories = categoriesOf(settings, encoding, numeric, counts);
  const isTruth = encoding === 'binary' && isTruthPair(categories.levels);
  return {
    step: 'category',
    column: column.name,
    encoding,
    numeric,
    categories,
    aliases: isTruth ? truthWords : {},
    scaling: encoding === 'ordinal' ? slotScaling(categories, counts) : null,
  };
}

function countWords(column: Column, rows: Int32Array, numeric: boolean): Counts {
  const { codes, words } = readWords(column);
  const perCode = new Int32Array(words.length);
  let missing = 0;
  for (const row of rows) {
    if (codes[row] < 0) missing++;
    else perCode[codes[row]]++;
  }
  const counts = new Map<string, number>();
  words.forEach((word, code) => {
    const own = numeric ? asNumberWord(word) : word;
    if (perCode[code] > 0) counts.set(own, (counts.get(own) ?? 0) + perCode[code]);
  });
  return { words: counts, missing };
}

function encodingOf(settings: ColumnSettings, kind: ColumnKind, words: number): CategoryStep['encoding'] {
  if (kind === 'boolean' && words === 2) return 'binary';
  if (settings.categories === 'oneHot' && words > settings.embeddingAbove) return 'embedding';
  return settings.categories;
}

function categoriesOf(
  { unknown, rareBelow }: ColumnSettings,
  encoding: CategoryStep['encoding'],
  numeric: boolean,
  counts: Counts,
): Categories {
  const fitted = (policy: 'rare' | 'own') =>
    fitCategories(
      { numeric, rareBelow: encoding === 'binary' ? 0 : rareBelow, unknown: policy },
      counts.words,
      counts.missing,
    );
  const found = fitted(unknown === 'own' && encoding !== 'binary' ? 'own' : 'rare');
  // A code has to be some number, so an embedding has one for unknown categories in any case.
  const complete = encoding === 'embedding' && found.unknown === null ? fitted('own') : found;
  return unknown === 'error' ? { ...complete, refuseUnknown: true } : complete;
}

/** Standardises slot numbers, each as often as training rows have it. */
function slotScaling(categories: Categories, { words, missing }: Counts): CategoryStep['scaling'] {
  const rareRows = categories.rare.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
  const perSlot = slotNames(categories).map((_, slot) => {
    if (slot === categories.missing) return missing;
    if (slot < categories.levels.length) return words.get(categories.levels[slot]) ?? 0;
    return slot === categories.levels.length ? rareRows : 0;
  });
  const slots = perSlot.flatMap((rows, slot) => Array<number>(rows).fill(slot));
  return fitScaler('standardise', Float64Array.from(slots)).toJSON();
}
