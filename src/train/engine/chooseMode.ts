import { NeumannError } from '../../errors.ts';
import type { ModelPlan } from '../../nn/trace/index.ts';
import type { Mode } from '../../tensor/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';

/** `auto`: `exact`, unless a step of the run takes more operations than `FAST_OPERATIONS`. */
export type ModeChoice = Mode | 'auto';

const choices: readonly ModeChoice[] = ['exact', 'fast', 'auto'];

/**
 * From here on a step takes exact mode milliseconds, of which fast mode saves at least a third; below it both answer at once, and
 * the same numbers for everyone are worth more. It says nothing of the machine, so that all machines choose alike.
 */
export const FAST_OPERATIONS = 50_000_000;

/** Multiplications and additions of the products of one step: each takes as many again for either factor's gradient. */
export function stepOperations(
  { operationsPerRow }: Pick<ModelPlan, 'operationsPerRow'>,
  rows: number,
): number {
  return 3 * operationsPerRow * rows;
}

/** Rows of a full batch. */
export function rowsOfStep({ batches }: Pick<ResolvedRecipe, 'batches'>, rows: number): number {
  return batches.size === 'all' ? rows : Math.min(batches.size, rows);
}

export function chooseMode(choice: ModeChoice, operations: number): Mode {
  if (!choices.includes(choice))
    throw new NeumannError('mode', `There is no mode "${choice}"; there are ${choices.join(', ')}.`);
  if (choice !== 'auto') return choice;
  return operations > FAST_OPERATIONS ? 'fast' : 'exact';
}
