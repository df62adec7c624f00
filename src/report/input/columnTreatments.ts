import type { FittedTarget } from '../../data/prepare/index.ts';
import type { ColumnReport, Model, PlannedEvent } from '../../train/index.ts';
import { clipped } from '../words/clipped.ts';
import { counted, listed } from '../words/numbers.ts';
import type { ColumnTreatment } from './types.ts';

/** What was done to each column of the table, targets first. */
export function columnTreatments(model: Model, planned: PlannedEvent | undefined): ColumnTreatment[] {
  const { preparation, targets } = model.parts.fitted;
  const texts = new Map(preparation.describe().map(({ column, text }) => [column, text]));
  const ofTargets = new Map(targets.map((target) => [target.name, targetText(target)]));
  const columns = planned?.columns ?? columnsOf(model);
  const treated = columns.map(({ name, kind, role }) => ({
    name,
    kind,
    role,
    text: ofTargets.get(name) ?? texts.get(name) ?? roleText(role),
  }));
  return treated.sort((a, b) => Number(b.role === 'target') - Number(a.role === 'target'));
}

/** Without the run's events, what the model itself knows. */
function columnsOf(model: Model): ColumnReport[] {
  const inputs = Object.entries(model.parts.columns);
  return [
    ...model.parts.fitted.targets.map(({ name, kind }) => ({
      name,
      kind: kind === 'number' ? ('number' as const) : ('category' as const),
      role: 'target' as const,
    })),
    ...inputs.map(([name, { kind }]) => ({ name, kind, role: 'feature' as const })),
  ];
}

function targetText(target: FittedTarget): string {
  if (target.kind === 'number') return `To be predicted: a number, learned as ${target.describe()}.`;
  const { classes } = target;
  const names = classes.length <= 8 ? classes : [...classes.slice(0, 6), `${classes.length - 6} more`];
  return `To be predicted: one of ${counted(classes.length, 'class', 'classes')}, ${listed(names.map((name) => clipped(name, 40)))}.`;
}

function roleText(role: ColumnTreatment['role']): string {
  if (role === 'split') return 'Says which part a row belongs to; the model does not see it.';
  if (role === 'weight') return 'The weight of each row in the loss; the model does not see it.';
  return 'Left out: the model does not see it.';
}
