import { mergeEdits } from '../../../../state/mergeEdits.ts';
import type { LaneJob } from '../../../../run/contract.ts';
import { editScenario } from '../../../../state/editScenario.ts';
import { pathOf } from '../../../../state/path.ts';
import type { RecipeEdits, Scenario } from '../../../../state/scenario.ts';
import type { Variant } from '../../../../worker/queries/trainVariants.ts';
import type { TrickPair } from './counterValue.ts';

/** The scenario's recipe with and without the trick; nothing else differs, so start and batches are the same for a seed. */
export function pairOfRecipes(
  scenario: Scenario,
  pair: TrickPair,
): { chosen: RecipeEdits; counter: RecipeEdits } {
  const recipe = (value: unknown) => editScenario(scenario, pathOf(pair.path), value).recipe;
  return { chosen: recipe(pair.chosen), counter: recipe(pair.counter) };
}

/**
 * What the worker is to open: the table and its division alone, so that each run's whole recipe can be laid upon it and what is the base's own
 * value is not hidden by the lane's.
 */
export function tableJob({ data, defaults, recipe }: Scenario): LaneJob {
  const { split, seed } = recipe;
  return {
    data,
    defaults,
    recipe: { ...(split !== undefined && { split }), ...(seed !== undefined && { seed }) },
  };
}

/** Two runs for each seed, one after the other. */
export function editsFor(scenario: Scenario, pair: TrickPair, seeds: readonly number[]): RecipeEdits[] {
  const { chosen, counter } = pairOfRecipes(scenario, pair);
  return seeds.flatMap((seed) => [mergeEdits(chosen, { seed }), mergeEdits(counter, { seed })]);
}

/** A seed's two results, of a metric on the validation rows. */
export interface SeedResult {
  readonly seed: number;
  readonly chosen: number;
  readonly counter: number;
}

export interface TrickResults {
  readonly results: readonly SeedResult[];
  /** Runs that gave no number. */
  readonly failed: number;
  /** Why the first of them did not, in a sentence. */
  readonly problem: string | null;
}

export function resultsOf(
  variants: readonly Variant[],
  seeds: readonly number[],
  metric: string,
): TrickResults {
  const score = ({ kept, problem }: Variant) =>
    problem === null ? ((kept?.validation ?? kept?.train)?.[metric] ?? Number.NaN) : Number.NaN;
  const all = seeds.map((seed, index) => ({
    seed,
    chosen: score(variants[2 * index]),
    counter: score(variants[2 * index + 1]),
  }));
  const results = all.filter(({ chosen, counter }) => Number.isFinite(chosen) && Number.isFinite(counter));
  const failed = variants.filter((variant) => !Number.isFinite(score(variant))).length;
  return { results, failed, problem: variants.find(({ problem }) => problem !== null)?.problem ?? null };
}
