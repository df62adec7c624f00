import type { PlannedEvent } from '../../train/index.ts';
import { counted, grouped } from '../format/score.ts';

/** What is about to happen, in two lines: what is learnt from what, and by which net. */
export function plannedText({ recipe, rows, columns, parameters }: PlannedEvent): string {
  const features = columns.filter(({ role }) => role === 'feature').length;
  const targets = recipe.data.targets.join(', ');
  const parts = [
    `${grouped(rows.train)} to train`,
    rows.validation > 0 ? `${grouped(rows.validation)} to validate` : '',
    rows.test > 0 ? `${grouped(rows.test)} to test` : '',
  ].filter((part) => part !== '');
  const all = rows.train + rows.validation + rows.test;
  return (
    `Predict ${targets} from ${counted(features, 'column')}; ${counted(all, 'row')}: ${parts.join(', ')}.\n` +
    `${netText(recipe.model)} with ${counted(parameters, 'weight')}, by ${recipe.optimizer.name} in batches of ${recipe.batches.size}.\n`
  );
}

function netText(model: PlannedEvent['recipe']['model']): string {
  if (model.kind === 'linear') return 'A linear model';
  const many = model.members > 1 ? `${model.members} nets` : 'A net';
  if (model.kind === 'layers') return `${many} of ${counted(model.layers.length, 'layer')}`;
  if (model.hidden.length === 0) return `${many} without hidden layers`;
  return `${many} of ${model.hidden.join('-')} ${model.activation.name} units`;
}
