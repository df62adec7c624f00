import { outputUnits, type TargetFacts } from '../../../../src/train/setup/outputShape.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import type { Task } from '../../src/catalogue/types.ts';

const targets: Readonly<Record<Task, TargetFacts>> = {
  classification: { name: 'target', task: 'classification', classes: ['a', 'b'] },
  regression: { name: 'target', task: 'regression' },
};

/** The tasks of one target column that a loss can be chosen for. */
export function lossTasks(name: string): Task[] {
  return (Object.keys(targets) as Task[]).filter((task) => fits(name, task));
}

function fits(name: string, task: Task): boolean {
  const loss = builtIn.losses[name];
  try {
    const units = outputUnits(loss, targets[task]);
    // A loss that takes two numbers for each of a target's (a mean and a variance) finds its own number of units for a number alone.
    return task === 'regression' || (loss.targetWidth?.(units) ?? units) === units;
  } catch {
    return false;
  }
}
