import { NOWHERE, REFUSED, slotFinder, slotNames, type Categories } from './categories.ts';
import { unknownCategory } from './oneHot.ts';

export interface OrdinalSettings {
  /** What a category that training has not seen becomes, where it has no slot. NaN when left out. */
  readonly unknownValue?: number;
}

/** Words as the numbers of their slots. */
export interface FittedOrdinal {
  /** @throws NeumannError for a category that training has not seen, where those are refused */
  apply(this: void, word: string | null): number;
  /** The name of the slot; null where there is none of that number. */
  invert(this: void, code: number): string | null;
  toJSON(this: void): { categories: Categories; unknownValue: number | null };
}

/** The number of each word's slot (scikit-learn's OrdinalEncoder, one column of words). */
export function fitOrdinal({ unknownValue = NaN }: OrdinalSettings, categories: Categories): FittedOrdinal {
  const names = slotNames(categories);
  const slotOf = slotFinder(categories);
  return {
    apply(word) {
      const slot = slotOf(word);
      if (slot === REFUSED) throw unknownCategory(word);
      return slot === NOWHERE ? unknownValue : slot;
    },
    invert: (code) => names[code] ?? null,
    toJSON: () => ({ categories, unknownValue: Number.isNaN(unknownValue) ? null : unknownValue }),
  };
}
