import { NeumannError } from '../../errors.ts';
import type { Warning } from '../table/table.ts';

export const splitKinds = ['random', 'stratified', 'group', 'time', 'column'] as const;
export type SplitKind = (typeof splitKinds)[number];

export const partNames = ['train', 'validation', 'test'] as const;
export type Part = (typeof partNames)[number];

/** Shares of the three parts; they sum to 1. Validation or test may be 0. */
export type Shares = Readonly<Record<Part, number>>;

export interface SplitSettings extends Shares {
  readonly kind: SplitKind;
  /** The column that `group`, `time` and `column` go by. */
  readonly column?: string | null;
}

/** What a split goes by. Arrays hold one value for each row of the table, found by row number. */
export interface SplitInput {
  /** The row numbers to divide, ascending: those that have a target. */
  readonly rows: Int32Array;
  readonly seed: number;
  /** Class of each row, 0 or above. */
  readonly labels?: Int32Array;
  /** Group of each row; -1 where it is missing. */
  readonly groups?: Int32Array;
  /** When each row was; NaN where it is missing. */
  readonly times?: Float64Array;
  /** The word that names each row's part, as an index into `dictionary`; -1 where it is missing. */
  readonly parts?: { readonly codes: Int32Array; readonly dictionary: readonly string[] };
}

/** Row numbers of the three parts, no row in two of them. */
export interface Split extends Readonly<Record<Part, Int32Array>> {
  readonly warnings: readonly Warning[];
}

/**
 * Rows of each part. Test and validation are rounded up as in scikit-learn, and training gets the rest.
 * @throws NeumannError where the shares don't sum to 1 or a part with a share would be left (nearly) empty
 */
export function partSizes(rows: number, shares: Shares): Record<Part, number> {
  checkShares(shares);
  const test = Math.ceil(shares.test * rows);
  const validation = Math.ceil(shares.validation * rows);
  const train = rows - test - validation;
  if (train < 2) throw tooFew(rows, shares);
  return { train, validation, test };
}

function checkShares(shares: Shares): void {
  const values = partNames.map((part) => shares[part]);
  const total = values.reduce((sum, share) => sum + share, 0);
  const possible = values.every((share) => share >= 0 && share <= 1) && shares.train > 0;
  if (possible && Math.abs(total - 1) < 1e-6) return;
  throw new NeumannError(
    'split-shares',
    `The shares of a split sum to 1 and training has one above 0, but ${named(shares)} sum to ${Number(total.toFixed(6))}; set split.train, split.validation and split.test together.`,
  );
}

function tooFew(rows: number, shares: Shares): NeumannError {
  return new NeumannError(
    'too-few-rows',
    `${rows} rows are too few to divide into ${named(shares)}; add rows, or set a share to 0.`,
  );
}

function named(shares: Shares): string {
  const [train, validation, test] = partNames.map((part) => `${part} ${shares[part]}`);
  return `${train}, ${validation} and ${test}`;
}
