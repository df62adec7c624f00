import { NeumannError } from '../../errors.ts';
import { findColumn } from '../table/inferKinds.ts';
import type { ColumnKind, Table, Warning } from '../table/table.ts';
import { preparationOf, type FittedPreparation } from './fittedPreparation.ts';
import { settingsOfColumns, type PreparationSettings } from './settings.ts';
import { LIMIT, remarks } from './steps/remarks.ts';
import type { LeftOut } from './steps/step.ts';
import { fitStep, type ColumnStep } from './steps/steps.ts';

/**
 * Learns from the training rows, and from no others, how the columns become numbers. Columns that are not in `kinds` take
 * no part: targets, weights, and what is ignored.
 * @throws NeumannError for settings that don't fit the table, and where no column is of any use
 */
export function fitPreparation(
  settings: PreparationSettings,
  table: Table,
  kinds: Readonly<Record<string, ColumnKind>>,
  trainRows: Int32Array,
): FittedPreparation & { readonly warnings: readonly Warning[] } {
  const names = Object.keys(kinds);
  const settingsOf = settingsOfColumns(settings, names);
  const noted = remarks();
  const steps: ColumnStep[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of names) {
    const fitted = fitStep(settingsOf(name), findColumn(table, name), kinds[name], trainRows, noted);
    if ('step' in fitted) steps.push(fitted);
    else leftOut.push(fitted);
  }
  if (steps.length === 0) throw nothingLeft(leftOut);
  const warnings = [...leftOut.map(leftOutWarning), ...noted.warnings()];
  return { ...preparationOf({ preparation: 1, limit: LIMIT, steps, leftOut }), warnings };
}

function leftOutWarning({ column, reason }: LeftOut): Warning {
  return { code: 'left-out', column, text: `Column '${column}' is left out: ${reason}.` };
}

function nothingLeft(leftOut: readonly LeftOut[]): NeumannError {
  const reasons = leftOut.slice(0, 3).map(({ column, reason }) => `'${column}': ${reason}`);
  const more = leftOut.length > 3 ? `; and ${leftOut.length - 3} more` : '';
  return new NeumannError(
    'preparation',
    `No column is left to learn from (${reasons.join('; ')}${more}); give a table with more columns, or say what kind they are.`,
  );
}
