import type { ColumnReport, PlannedEvent } from '../events.ts';
import { LEFT_OUT } from '../../data/table/index.ts';
import { engineReport } from '../engine/index.ts';
import type { Problem } from '../setup/problem.ts';
import type { Setting } from '../setup/trainerSetup.ts';
import type { Division } from './division.ts';

/** What is about to happen. */
export function plannedEvent(
  setting: Setting,
  problem: Problem,
  division: Division,
  parameters: number,
): PlannedEvent {
  const { recipe, executor } = setting;
  const { train, validation, test } = division;
  const trained = train.length + (recipe.stopping.folds > 0 ? validation.length : 0);
  return {
    type: 'planned',
    recipe,
    parameters,
    stepsPerEpoch: recipe.batches.size === 'all' ? 1 : Math.ceil(trained / recipe.batches.size),
    rows: { train: train.length, validation: validation.length, test: test.length },
    columns: problem.table.columns.map(({ name }) => columnReport(name, problem, setting)),
    executor: executor.name,
    mode: engineReport(executor).mode,
  };
}

function columnReport(
  name: string,
  { kinds, targets, features }: Problem,
  { recipe }: Setting,
): ColumnReport {
  const kind = kinds[name];
  if (targets.includes(name)) return { name, kind, role: 'target' };
  if (name === recipe.data.weightColumn) return { name, kind, role: 'weight' };
  if (features.includes(name)) return { name, kind, role: LEFT_OUT.has(kind) ? 'leftOut' : 'feature' };
  return { name, kind, role: name === recipe.split.column ? 'split' : 'leftOut' };
}
