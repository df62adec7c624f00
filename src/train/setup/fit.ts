import {
  fitPreparation,
  fitTarget,
  type FittedPreparation,
  type FittedTarget,
} from '../../data/prepare/index.ts';
import { findColumn, type Warning } from '../../data/table/index.ts';
import { NeumannError } from '../../errors.ts';
import type { Part } from '../loop/index.ts';
import type { Choice, Recipe, Things } from '../recipe/index.ts';
import { outputRange } from './outputRange.ts';
import type { PreparedRows } from './preparedRows.ts';
import { classTargets, type TargetFacts } from './outputShape.ts';
import type { Problem } from './problem.ts';

/** What was learned about the columns from the training rows alone. */
export interface Fitted {
  readonly preparation: FittedPreparation;
  readonly targets: readonly FittedTarget[];
}

/** Fits preparation and targets on these rows. Classes are those of all rows with a target: a class is not a statistic. */
export function fitOn(
  recipe: Recipe,
  things: Things,
  problem: Problem,
  rows: Int32Array,
): Fitted & { readonly warnings: readonly Warning[] } {
  const { table, kinds, features, targets, tasks } = problem;
  const own = Object.fromEntries(features.map((name) => [name, kinds[name]]));
  const preparation = fitPreparation(recipe.preparation, table, own, rows);
  const scaling = { target: recipe.preparation.target, range: outputRange(recipe, things) };
  const scalingOf = (name: string) =>
    isCounted(recipe, things, problem, name) ? { target: 'none' as const } : scaling;
  return {
    preparation,
    targets: targets.map((name) =>
      fitTarget(
        scalingOf(name),
        findColumn(table, name),
        tasks[name],
        tasks[name] === 'classification' ? problem.rows : rows,
      ),
    ),
    warnings: preparation.warnings,
  };
}

/** Whether a loss takes the target for counts, which scaling would undo. */
function isCounted(recipe: Recipe, things: Things, { table, rows }: Problem, target: string): boolean {
  const loss = recipe.losses.find((own) => own.target === target && things.losses[own.name].counts);
  if (!loss) return false;
  const column = findColumn(table, target);
  const negative = column.type === 'text' ? undefined : rows.find((row) => column.values[row] < 0);
  if (negative === undefined || column.type === 'text') return true;
  throw new NeumannError(
    'loss',
    `Recipe: the loss ${loss.name} on "${target}" is for counts, and row ${negative + 1} holds ${column.values[negative]}; use meanSquaredError.`,
  );
}

export function targetFacts(target: FittedTarget): TargetFacts {
  return target.kind === 'classes'
    ? { name: target.name, task: 'classification', classes: target.classes }
    : { name: target.name, task: 'regression' };
}

/** Prepared rows with targets in the form the recipe's losses want them in, and weights. */
export function partOf(
  prepared: PreparedRows,
  fitted: Fitted,
  problem: Problem,
  rows: Int32Array,
  losses: readonly Choice[],
  things: Things,
  classWeights: ClassWeights,
): Part {
  const own = prepared.get(rows);
  if (!own) throw new Error('these rows were not prepared');
  const { matrix, labels, values, scaled } = own;
  const targets: Record<string, Int32Array | Float32Array> = { ...scaled };
  for (const target of fitted.targets) {
    if (target.kind === 'number') continue;
    const { name } = losses.find((loss) => loss.target === target.name)!;
    const kind = things.losses[name].target;
    targets[target.name] = classTargets(kind, labels[target.name], target.classes.length);
  }
  const weights = losses.map((loss) =>
    rowWeights(problem, rows, labels[String(loss.target)], classWeights[String(loss.target)]),
  );
  return { ...matrix, codesWidth: fitted.preparation.embeddings.length, targets, labels, values, weights };
}

/** By target, the weight of each class; undefined where all count alike. */
export type ClassWeights = Readonly<Record<string, readonly number[] | undefined>>;

function rowWeights(
  problem: Problem,
  rows: Int32Array,
  labels?: Int32Array,
  classWeights?: readonly number[],
): Float64Array | undefined {
  const { weights } = problem;
  if (!weights && !(labels && classWeights)) return undefined;
  return Float64Array.from(
    rows,
    (row, at) => (weights?.[row] ?? 1) * (labels && classWeights ? classWeights[labels[at]] : 1),
  );
}
