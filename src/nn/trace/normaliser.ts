import type { LossPlan } from './modelPlan.ts';

/**
 * What the `normalisers` slot of a loss takes for one batch (all its slices together), in float64: 1 / (sum of row weights x
 * elements of a row). Rows given by what each counts: its row weight, times its class's where the loss has class weights
 * (`rowWeight`), 0 where its target is missing or ignored. 0 for a batch in which nothing counts.
 */
export function normaliser({ elementsPerRow }: LossPlan, counted: number): number {
  return counted > 0 ? 1 / (counted * elementsPerRow) : 0;
}

/** What a row of this class counts for in the divisor of the mean, besides its row weight: 1 for most losses. */
export function rowWeight({ definition, options }: LossPlan, target: number): number {
  return definition.rowWeight?.(target, options) ?? 1;
}
