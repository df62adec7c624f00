import { planModel } from '../../../../src/nn/trace/index.ts';
import { builtIn } from '../../../../src/train/recipe/index.ts';
import { outputUnits, type TargetFacts } from '../../../../src/train/setup/outputShape.ts';
import type { Task } from '../../src/catalogue/types.ts';

const targets: Readonly<Record<Task, TargetFacts>> = {
  classification: { name: 'target', task: 'classification', classes: ['a', 'b'] },
  regression: { name: 'target', task: 'regression' },
};

/** The tasks of one target column that a loss can be chosen for: a net with it can be planned. */
export function lossTasks(name: string): Task[] {
  return (Object.keys(targets) as Task[]).filter((task) => fits(name, task));
}

function fits(name: string, task: Task): boolean {
  try {
    const units = outputUnits(builtIn.losses[name], targets[task]);
    planModel({
      model: { input: { width: 2, embeddings: [] }, trunk: [], outputs: [{ name: 'target', units }] },
      losses: [{ name, output: 'target', ...(name === 'custom' && { formula: 'prediction - target' }) }],
      library: builtIn,
      rows: 1,
    });
    return true;
  } catch {
    return false;
  }
}

/** The same for losses that can stand on one output together: their kind of target and their number of outputs for a target. */
export function lossForm(name: string): string {
  const loss = builtIn.losses[name];
  const [task] = lossTasks(name);
  return `${loss.target} ${task === undefined ? 0 : outputUnits(loss, targets[task])}`;
}
