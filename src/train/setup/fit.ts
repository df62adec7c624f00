import {
  fitPreparation,
  fitTarget,
  type FittedPreparation,
  type FittedTarget,
} from '../../data/prepare/index.ts';
import { findColumn, type Warning } from '../../data/table/index.ts';
import { NeumannError } from '../../errors.ts';
import type { Recipe, Things } from '../recipe/index.ts';
import { outputRange } from './outputRange.ts';
import type { TargetFacts } from './outputShape.ts';
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
