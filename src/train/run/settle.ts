import type { Warning } from '../../data/table/index.ts';
import { parseRecipe, resolveRecipe, type ResolvedRecipe } from '../recipe/index.ts';
import { targetFacts, type Fitted } from '../setup/fit.ts';
import type { Problem } from '../setup/problem.ts';
import { inputSpec, type Setting } from '../setup/trainerSetup.ts';
import type { Division } from './division.ts';
import type { Job } from './job.ts';

/** The recipe with every `auto` written out for this table. */
export function resolveFor(
  { recipe, things }: Job,
  { tasks, targets }: Problem,
  { train, validation }: Division,
  { preparation: { width, embeddings } }: Fitted,
): ResolvedRecipe {
  const facts = {
    rows: train.length,
    validationRows: validation.length,
    width: width + embeddings.reduce((sum, { dimension }) => sum + dimension, 0),
    task: tasks[targets[0]],
    tasks,
  };
  // Once more through the schema: the same recipe has its fields in the same order, whoever wrote it.
  return parseRecipe(resolveRecipe(recipe, facts, things), things) as ResolvedRecipe;
}

export function settingFor(
  { things, executor }: Job,
  problem: Problem,
  recipe: ResolvedRecipe,
  { preparation, targets }: Fitted,
): Setting {
  const weighted = problem.weights !== undefined || recipe.classWeights !== 'none';
  const input = inputSpec(preparation);
  return { recipe, things, executor, input, targets: targets.map(targetFacts), weighted };
}

/** That a column is left out is said once: by what looked at its words, or else by what prepared it. */
export function isSaid(before: readonly Warning[], { code, column }: Warning): boolean {
  return (
    code === 'left-out' && before.some((other) => other.code.startsWith('kind-') && other.column === column)
  );
}
