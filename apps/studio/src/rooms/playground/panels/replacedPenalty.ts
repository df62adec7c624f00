import { catalogue } from '../../../catalogue/index.ts';
import type { Choice } from './modelView.ts';

/** Another penalty in place of one, as strong as that was where both have a strength. */
export function replacedPenalty(before: Choice | undefined, name: string): Choice {
  const { fields } = catalogue.things.penalties[name];
  const strength = 'strength' in fields ? (before?.['strength'] ?? fields['strength'].default) : undefined;
  const needed = name === 'custom' ? { formula: 'w^2' } : {};
  return { name, ...(strength !== undefined && { strength }), ...needed };
}
