import { NeumannError } from '../../../../../src/errors.ts';
import type { LaneRun } from '../laneRun.ts';
import type { Query } from './define.ts';
import { contextOf } from './contextOf.ts';
import { recipe } from './recipe.ts';
import { surface } from './surface.ts';
import { table } from './table.ts';
import { weights } from './weights.ts';

/** The only list of queries: a name, and what answers it. */
export const queries = { recipe, surface, table, weights };

export type QueryName = keyof typeof queries;
export type QueryInput<Name extends QueryName> = Parameters<(typeof queries)[Name]>[0];
export type QueryAnswer<Name extends QueryName> = Awaited<ReturnType<(typeof queries)[Name]>>;

export async function answer(name: string, input: unknown, run: LaneRun): Promise<unknown> {
  if (!Object.hasOwn(queries, name)) throw new NeumannError('query', `There is no query "${name}".`);
  const query = queries[name as QueryName] as Query<unknown, unknown>;
  return query(input, contextOf(run));
}
