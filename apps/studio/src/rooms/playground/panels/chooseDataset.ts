import { taskOf } from '../../../catalogue/index.ts';
import { studio } from '../../../state/studio.svelte.ts';

/** Choices that only one task has: back to their beginnings when the other one comes. */
const ofOneTask = [
  'recipe.losses',
  'recipe.classWeights',
  'recipe.stopping.monitor',
  'recipe.model.outputActivation',
];

/** Takes another dataset, in one step of undo with what has to change for it. */
export function chooseDataset(name: string): void {
  const before = studio.scenario.data.dataset;
  if (name === before) return;
  const gather = { gather: `dataset ${name}` };
  studio.edit('data.dataset', name, gather);
  if (studio.scenario.data.classes > 0) studio.edit('data.classes', 0, gather);
  if (taskOf(name) === taskOf(before)) return;
  // Drawn points have a class or a value, and what one task calls a class the other would take for a value.
  if (studio.scenario.data.points.length > 0) studio.edit('data.points', [], gather);
  for (const path of ofOneTask) studio.edit(path, undefined, gather);
}
