import {
  duplicatesAcrossParts,
  folds,
  split,
  splitInput,
  type SplitSettings,
} from '../../data/split/index.ts';
import type { Warning } from '../../data/table/index.ts';
import type { Recipe } from '../recipe/index.ts';
import type { Problem } from '../setup/problem.ts';

/** Row numbers of the table by part. */
export interface Division {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
  readonly warnings: readonly Warning[];
}

/** How `auto` divides: the shares of classes (or of tenths of a number) are the same in every part. */
function splitSettings({ split: settings }: Recipe): SplitSettings {
  return { ...settings, kind: settings.kind === 'auto' ? 'stratified' : settings.kind };
}

function basisOf(recipe: Recipe, problem: Problem, rows: Int32Array) {
  const [target] = problem.targets;
  return { rows, seed: recipe.seed, target, task: problem.tasks[target] };
}

export function divide(recipe: Recipe, problem: Problem): Division {
  const settings = splitSettings(recipe);
  const parts = split(settings, splitInput(settings, problem.table, basisOf(recipe, problem, problem.rows)));
  return {
    ...parts,
    warnings: [...parts.warnings, ...duplicatesAcrossParts(problem.table, problem.features, parts)],
  };
}

const foldKinds = {
  random: 'plain',
  stratified: 'stratified',
  group: 'group',
  time: 'time',
  column: 'stratified',
} as const;

/** Folds of the rows that are not for testing, divided as the parts are. */
export function foldsOf(recipe: Recipe, problem: Problem, rows: Int32Array, count: number) {
  const settings = splitSettings(recipe);
  const kind = foldKinds[settings.kind];
  const inputSettings: SplitSettings =
    settings.kind === 'column' ? { ...settings, kind: 'stratified' } : settings;
  const input = splitInput(inputSettings, problem.table, basisOf(recipe, problem, rows));
  return folds({ kind, folds: count, smallClasses: 'spread' }, input);
}
