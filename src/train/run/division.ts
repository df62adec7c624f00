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
    warnings: [
      ...parts.warnings,
      ...duplicatesAcrossParts(problem.table, problem.features, parts),
      ...datesMixed(recipe, problem),
    ],
  };
}

/** Rows of a series are alike if they are near in time: a test row between two training rows is no test of the future. */
function datesMixed({ split: { kind } }: Recipe, { features, kinds }: Problem): Warning[] {
  const date = kind === 'auto' ? features.find((name) => kinds[name] === 'date') : undefined;
  if (date === undefined) return [];
  const text =
    `Rows of all times are in every part, so the test score says how well gaps are filled, not how well later rows are ` +
    `predicted; for that, --set split.kind=time --set split.column=${date}.`;
  return [{ code: 'dates-mixed', column: date, text }];
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
