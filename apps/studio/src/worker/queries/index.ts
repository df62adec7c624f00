import { NeumannError } from '../../../../../src/errors.ts';
import type { LaneRun } from '../laneRun.ts';
import type { Query } from './define.ts';
import { contextOf } from './contextOf.ts';

/** About the run as it is: answered in milliseconds. */
const quick = {
  committeeSurfaces: async () => (await import('./committeeSurfaces.ts')).committeeSurfaces,
  fold: async () => (await import('./fold.ts')).fold,
  learningRates: async () => (await import('./learningRates.ts')).learningRates,
  openedStep: async () => (await import('./openedStep.ts')).openedStep,
  recipe: async () => (await import('./recipe.ts')).recipe,
  surface: async () => (await import('./surface.ts')).surface,
  table: async () => (await import('./table.ts')).table,
  weights: async () => (await import('./weights.ts')).weights,
};

/** They train runs of their own for seconds, so they are asked of a worker in the background (run/background.svelte.ts). */
const experiments = {
  orderRibbons: async () => (await import('./orderRibbons.ts')).orderRibbons,
  penaltyStudy: async () => (await import('./penaltyStudy.ts')).penaltyStudy,
  scalingColumns: async () => (await import('./scalingColumns.ts')).scalingColumns,
  trainVariants: async () => (await import('./trainVariants.ts')).trainVariants,
};

/** The only list of queries: a name, and what answers it, loaded when it is asked for the first time. */
const queries = { ...quick, ...experiments };

export type ExperimentName = keyof typeof experiments;

export type QueryName = keyof typeof queries;
type QueryOf<Name extends QueryName> = Awaited<ReturnType<(typeof queries)[Name]>>;
export type QueryInput<Name extends QueryName> = Parameters<QueryOf<Name>>[0];
export type QueryAnswer<Name extends QueryName> = Awaited<ReturnType<QueryOf<Name>>>;

/** `progress` is told the share of the work that is done, by queries that take a while. */
export async function answer(
  name: string,
  input: unknown,
  run: LaneRun,
  progress: (share: number) => void = () => {},
): Promise<unknown> {
  if (!Object.hasOwn(queries, name)) throw new NeumannError('query', `There is no query "${name}".`);
  const query = (await queries[name as QueryName]()) as Query<unknown, unknown>;
  return query(input, contextOf(run, progress));
}
