import { NeumannError } from '../../../errors.ts';
import { REFUSED, slotFinder, slotNames, type Categories } from './categories.ts';

export interface OneHotSettings {
  /** A slot that gets no column: none, the first one, the first of two, or a category's. */
  readonly drop?: 'none' | 'first' | 'ifBinary' | { readonly category: string };
}

/** Words as columns of 0 and 1. */
export interface FittedOneHot {
  /** Columns. */
  readonly width: number;
  /** The slot without a column; null if all have one. */
  readonly dropped: number | null;
  /** @throws NeumannError for a category that training has not seen, where those are refused */
  apply(this: void, word: string | null): Float64Array;
  /** The name of the slot that is 1; where none is, the dropped slot's, or null. */
  invert(this: void, row: ArrayLike<number>): string | null;
  toJSON(this: void): { categories: Categories; dropped: number | null };
}

/** One column of 0 and 1 for each slot of the categories (scikit-learn's OneHotEncoder, one column of words). */
export function fitOneHot({ drop = 'none' }: OneHotSettings, categories: Categories): FittedOneHot {
  const slots = slotNames(categories).length;
  if (typeof drop === 'object') {
    const dropped = categories.levels.indexOf(drop.category);
    if (dropped >= 0) return restoreOneHot({ categories, dropped });
    throw new NeumannError(
      'preparation',
      `The category '${drop.category}' can't be dropped: it is rare, or not in the training rows.`,
    );
  }
  return restoreOneHot({
    categories,
    dropped: drop === 'first' || (drop === 'ifBinary' && slots === 2) ? 0 : null,
  });
}

export function restoreOneHot({
  categories,
  dropped,
}: {
  categories: Categories;
  dropped: number | null;
}): FittedOneHot {
  const names = slotNames(categories);
  const slotOf = slotFinder(categories);
  const kept = names.map((_, slot) => slot).filter((slot) => slot !== dropped);
  return {
    width: kept.length,
    dropped,
    apply(word) {
      const slot = slotOf(word);
      if (slot === REFUSED) throw unknownCategory(word);
      return Float64Array.from(kept, (each) => (each === slot ? 1 : 0));
    },
    invert(row) {
      const at = kept.findIndex((_, column) => row[column] === 1);
      if (at >= 0) return names[kept[at]];
      return dropped === null ? null : names[dropped];
    },
    toJSON: () => ({ categories, dropped }),
  };
}

export function unknownCategory(word: string | null): NeumannError {
  return new NeumannError(
    'unknown-category',
    `The category '${word}' was not in the training rows; choose unknown: ignore to let it pass.`,
  );
}
