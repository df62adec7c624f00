import { findColumn } from '../../data/table/index.ts';
import type { Snapshot } from '../loop/index.ts';
import type { ModelParts } from '../model/model.ts';
import type { Fitted } from '../setup/fit.ts';
import type { Problem } from '../setup/problem.ts';
import { modelSettings, type Setting } from '../setup/trainerSetup.ts';

/** What a model takes with it of the run that made it. */
export function modelParts(
  setting: Setting,
  fitted: Fitted,
  { table, kinds, targets }: Problem,
  nets: readonly Snapshot[],
  dataSha256: string,
): ModelParts {
  const columns = fitted.preparation.inputs.map(
    ({ column, type }) => [column, { kind: kinds[column], type }] as const,
  );
  return {
    recipe: setting.recipe,
    settings: modelSettings(setting),
    fitted,
    columns: Object.fromEntries(columns),
    targetTypes: Object.fromEntries(targets.map((name) => [name, findColumn(table, name).type])),
    nets,
    dataSha256,
  };
}
