import { findColumn, type Warning } from '../../data/table/index.ts';
import type { Recipe, ResolvedRecipe, Things } from '../recipe/index.ts';
import type { Problem } from './problem.ts';

/** Where the outputs can reach, if an activation bounds them and the recipe does not forbid scaling targets to it. */
export function outputRange(recipe: Recipe, things: Things): readonly [number, number] | undefined {
  return recipe.preparation.target === 'none' ? undefined : rangeOf(recipe, things);
}

function rangeOf({ model }: Pick<Recipe, 'model'>, things: Things): readonly [number, number] | undefined {
  const activation = model.kind === 'linear' ? null : model.outputActivation;
  if (!activation) return undefined;
  const { name, ...given } = activation;
  const definition = things.activations[name];
  return definition.range?.(definition.options.parse(given));
}

/** Where the outputs' activation, the loss and the targets do not go together. */
export function outputWarnings(recipe: ResolvedRecipe, things: Things, problem: Problem): Warning[] {
  const range = rangeOf(recipe as unknown as Recipe, things);
  if (!range) return [];
  return [...targetsOutside(recipe, problem, range), ...lossesOnLogits(recipe, things)];
}

function targetsOutside(
  { preparation }: ResolvedRecipe,
  problem: Problem,
  [low, high]: readonly [number, number],
): Warning[] {
  if (preparation.target !== 'none') return [];
  return problem.targets.flatMap((name) => {
    const column = findColumn(problem.table, name);
    if (problem.tasks[name] !== 'regression' || column.type === 'text') return [];
    const { values } = column;
    const outside = problem.rows.filter((row) => values[row] < low || values[row] > high).length;
    if (outside === 0) return [];
    const text = `The outputs lie between ${low} and ${high}, but "${name}" lies outside in ${outside} rows, which can never be reached; set preparation.target=minMax or model.outputActivation=null.`;
    return [{ code: 'output-range', column: name, text }];
  });
}

/** Losses that squash the raw outputs themselves. */
function lossesOnLogits({ losses }: ResolvedRecipe, things: Things): Warning[] {
  return losses.flatMap(({ name, target, ...given }) => {
    const { weight: _, ...options } = given;
    const definition = things.losses[name];
    if ((definition.link?.(definition.options.parse(options)) ?? 'identity') === 'identity') return [];
    const text = `The loss ${name} wants raw outputs, but model.outputActivation squashes them first, so "${String(target)}" is learned poorly; set model.outputActivation=null.`;
    return [{ code: 'output-range', column: String(target), text }];
  });
}
