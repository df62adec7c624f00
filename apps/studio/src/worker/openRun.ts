import { PART, tableOf } from '../data/makeTable.ts';
import { featuresNamed } from '../data/features.ts';
import { makePoints, type PlanePoints } from '../data/makePoints.ts';
import { writeCsv } from '../data/writeCsv.ts';
import { mergeEdits } from '../state/mergeEdits.ts';
import { partsOfRows } from './partsOfRows.ts';
import type { LaneJob } from '../run/contract.ts';
import { baseRecipe } from '../state/baseRecipe.ts';
import type { RecipeEdits } from '../state/scenario.ts';
import type { Table } from '../../../../src/data/table/index.ts';
import { LiveRun, type LiveOptions } from '../../../../src/train/live/index.ts';
import { recipeOf, type RecipeInput } from '../../../../src/train/recipe/index.ts';
import { divide } from '../../../../src/train/run/division.ts';
import { sha256 } from '../../../../src/train/safetensors/index.ts';
import { readProblem } from '../../../../src/train/setup/problem.ts';

/** What a lane's run is made of. */
export interface LaneTable {
  readonly points: PlanePoints;
  readonly table: Table;
  /** The table as the file that `neumann train` gets. */
  readonly csv: string;
  readonly csvSha256: string;
}

/** Kinds of split that know nothing of rows but their targets. */
const BY_CHANCE: ReadonlySet<unknown> = new Set(['auto', 'random', 'stratified']);

/**
 * The recipe of a job as a person would write it: what `neumann train --recipe` takes. Where points are drawn by hand, a column of the
 * table says each row's part: dealt by chance, every new point would move all others.
 */
export function recipeInput(job: LaneJob, more: RecipeEdits = {}): RecipeInput {
  const recipe = chosenRecipe(job, more);
  if (!hasPartColumn(job, recipe)) return recipe;
  return { ...recipe, split: { ...recipe.split, kind: 'column', column: PART } };
}

const chosenRecipe = ({ defaults, recipe }: LaneJob, more: RecipeEdits = {}): RecipeInput =>
  mergeEdits(mergeEdits(baseRecipe(defaults), recipe), more);

const hasPartColumn = ({ data }: LaneJob, { split }: RecipeInput): boolean =>
  data.points.length > 0 && BY_CHANCE.has(split?.kind);

export function laneTable(job: LaneJob): LaneTable {
  const { data } = job;
  const features = featuresNamed(data.features);
  const plain = makePoints(data);
  const chosen = chosenRecipe(job);
  const parts = hasPartColumn(job, chosen)
    ? partsOfRows(recipeOf({ recipe: chosen }), data, plain)
    : undefined;
  const first = () => parts?.indexOf('train') ?? firstTrainingRow(job, tableOf(plain, features));
  const points = data.outlier === 0 ? plain : makePoints(data, first());
  const table = tableOf(points, features, parts);
  const csv = writeCsv(table);
  return { points, table, csv, csvSha256: sha256(new TextEncoder().encode(csv)) };
}

/** The outlier is a training row, or no scaler would meet it. How rows are divided does not depend on where they lie. */
function firstTrainingRow(job: LaneJob, table: Table): number {
  const recipe = recipeOf({ recipe: recipeInput(job) });
  return divide(recipe, readProblem(recipe, table)).train[0] ?? 0;
}

export function openRun(
  { table, csvSha256 }: LaneTable,
  recipe: RecipeInput,
  more: Pick<LiveOptions, 'onEpoch' | 'watchTest' | 'batchOrders' | 'initialWeights'> = {},
): Promise<LiveRun> {
  return LiveRun.open({ ...more, table, recipe, dataSha256: csvSha256, host });
}

const host = async () => (await import('./threadHost.ts')).threadHost();
