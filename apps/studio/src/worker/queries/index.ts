import { NeumannError } from '../../../../../src/errors.ts';
import type { LaneRun } from '../laneRun.ts';
import type { Query } from './define.ts';
import { contextOf } from './contextOf.ts';
import { committeeSurfaces } from './committeeSurfaces.ts';
import { fold } from './fold.ts';
import { openedStep } from './openedStep.ts';
import { orderRibbons } from './orderRibbons.ts';
import { penaltyStudy } from './penaltyStudy.ts';
import { recipe } from './recipe.ts';
import { scalingColumns } from './scalingColumns.ts';
import { surface } from './surface.ts';
import { table } from './table.ts';
import { trainVariants } from './trainVariants.ts';
import { weights } from './weights.ts';

/** About the run as it is: answered in milliseconds. */
const quick = { committeeSurfaces, fold, openedStep, recipe, surface, table, weights };

/** They train runs of their own for seconds, so they are asked of a worker in the background (run/background.svelte.ts). */
const experiments = { orderRibbons, penaltyStudy, scalingColumns, trainVariants };

/** The only list of queries: a name, and what answers it. */
export const queries = { ...quick, ...experiments };

export type ExperimentName = keyof typeof experiments;

export type QueryName = keyof typeof queries;
export type QueryInput<Name extends QueryName> = Parameters<(typeof queries)[Name]>[0];
export type QueryAnswer<Name extends QueryName> = Awaited<ReturnType<(typeof queries)[Name]>>;

/** `progress` is told the share of the work that is done, by queries that take a while. */
export async function answer(
  name: string,
  input: unknown,
  run: LaneRun,
  progress: (share: number) => void = () => {},
): Promise<unknown> {
  if (!Object.hasOwn(queries, name)) throw new NeumannError('query', `There is no query "${name}".`);
  const query = queries[name as QueryName] as Query<unknown, unknown>;
  return query(input, contextOf(run, progress));
}
