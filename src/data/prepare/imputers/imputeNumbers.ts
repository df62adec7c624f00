import { sum } from '../../../numeric/index.ts';
import { release } from '../../table/paged/release.ts';
import { medianOf } from '../numbers/medianOf.ts';
import { present } from '../numbers/present.ts';

export const fillStrategies = ['median', 'mean', 'mostFrequent', 'constant'] as const;
export type FillStrategy = (typeof fillStrategies)[number];

export interface NumberImputerSettings {
  readonly strategy: FillStrategy;
  /** What `constant` fills in. */
  readonly constant?: number;
}

export interface FittedNumberImputer {
  /** What stands for a missing number; null where training had no number to find it from. */
  readonly fill: number | null;
  apply(this: void, value: number): number;
  toJSON(this: void): { fill: number | null };
}

/** Finds what stands for a missing number (NaN) from those that are there (scikit-learn's SimpleImputer, one column). */
export function fitNumberImputer(settings: NumberImputerSettings, values: Float64Array): FittedNumberImputer {
  if (settings.strategy === 'constant') return restoreNumberImputer({ fill: settings.constant ?? 0 });
  const known = present(values);
  const fill = known.length === 0 ? null : fillOf[settings.strategy](known);
  release(known);
  return restoreNumberImputer({ fill });
}

export function restoreNumberImputer({ fill }: { readonly fill: number | null }): FittedNumberImputer {
  const known = fill ?? NaN;
  return { fill, apply: (value) => (Number.isNaN(value) ? known : value), toJSON: () => ({ fill }) };
}

const fillOf: Record<Exclude<FillStrategy, 'constant'>, (known: Float64Array) => number> = {
  median: medianOf,
  mean: (known) => {
    // In order of size, so that the rounding does not depend on the order of the rows.
    const sorted = known.sort();
    const mean = sum(sorted) / sorted.length;
    // Numbers near the end of float64 sum to more than it holds.
    return Number.isFinite(mean) ? mean : sum(sorted.map((value) => value / sorted.length));
  },
  mostFrequent: (known) => mostFrequent(known.sort()),
};

/** The number that occurs most often, the smallest of those on a tie. */
function mostFrequent(sorted: Float64Array): number {
  let best = sorted[0];
  let bestCount = 0;
  let count = 0;
  sorted.forEach((value, i) => {
    count = value === sorted[i - 1] ? count + 1 : 1;
    if (count <= bestCount) return;
    [best, bestCount] = [value, count];
  });
  return best;
}
