import type { FinishedRun } from '../../train/index.ts';
import type { PartName } from './types.ts';

/** Rows of the table that something is measured on. */
export interface MeasuredRows {
  readonly part: PartName;
  readonly rows: Int32Array;
  /** Whether the model learned from these rows: numbers on them flatter. */
  readonly learnedFrom: boolean;
}

export interface PartRows {
  /** Where the model's mistakes are looked at: the test part, or the next best. */
  readonly forErrors: MeasuredRows;
  /** Where columns are permuted: the validation part, or the test part where there is none that the model had not seen. */
  readonly forImportance: MeasuredRows;
}

export function partRows({ recipe, division: parts }: Pick<FinishedRun, 'recipe' | 'division'>): PartRows {
  const learnedFrom: Record<PartName, boolean> = {
    train: true,
    validation: recipe.stopping.folds > 0,
    test: false,
  };
  const first = (order: readonly PartName[]): MeasuredRows => {
    const there = order.filter((part) => parts[part].length > 0);
    const part = there.find((candidate) => !learnedFrom[candidate]) ?? there[0];
    return { part, rows: parts[part], learnedFrom: learnedFrom[part] };
  };
  return {
    forErrors: first(['test', 'validation', 'train']),
    forImportance: first(['validation', 'test', 'train']),
  };
}
