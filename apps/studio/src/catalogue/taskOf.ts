import { catalogue } from 'virtual:catalogue';
import type { Task } from './types.ts';

/** What a dataset is for; points drawn by hand have a name for each task. */
export function taskOf(dataset: string): Task {
  if (dataset === 'drawnNumbers') return 'regression';
  return catalogue.datasets.find(({ name }) => name === dataset)?.task ?? 'classification';
}
