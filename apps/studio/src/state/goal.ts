import type { EpochRow, Opened, PartName } from '../run/contract.ts';
import type { Goal, GoalCondition } from './scenario.ts';

/** Quantities that are no score of a part. */
export const goalSizes = ['neurons', 'parameters', 'epochs', 'steps'] as const;
type GoalSize = (typeof goalSizes)[number];

/** A run as far as goals look at it. */
export interface RunNumbers {
  readonly opened: Opened | null;
  /** The epoch that it is judged by. */
  readonly row: EpochRow | undefined;
}

export interface CheckedCondition extends GoalCondition {
  /** Null while there is none. */
  readonly now: number | null;
  readonly met: boolean;
}

export interface CheckedGoal {
  readonly met: boolean;
  readonly conditions: readonly CheckedCondition[];
}

/** Whether a run meets a goal now. A goal without conditions is never met. */
export function checkGoal({ conditions }: Goal, run: RunNumbers): CheckedGoal {
  const checked = conditions.map((condition) => {
    const now = quantityOf(condition.quantity, run);
    return { ...condition, now, met: now !== null && holds(condition, now) };
  });
  return { met: checked.length > 0 && checked.every(({ met }) => met), conditions: checked };
}

/** The first epoch after `after` at which a run met the goal; null where none did. */
export function firstMet(goal: Goal, opened: Opened, rows: readonly EpochRow[], after = -1): number | null {
  const found = rows.find((row) => row.epoch > after && checkGoal(goal, { opened, row }).met);
  return found?.epoch ?? null;
}

const holds = ({ relation, value }: GoalCondition, now: number): boolean =>
  relation === 'atLeast' ? now >= value : now <= value;

function quantityOf(quantity: string, run: RunNumbers): number | null {
  const [part, metric] = quantity.split('.');
  const value = metric === undefined ? sizeOf(quantity, run) : scoreOf(part, metric, run);
  return value === undefined || value === null || Number.isNaN(value) ? null : value;
}

const sizes: Readonly<Record<GoalSize, (run: RunNumbers) => number | undefined>> = {
  neurons: ({ opened }) =>
    opened?.network.layers.filter(({ kind }) => kind === 'hidden').reduce((sum, { units }) => sum + units, 0),
  parameters: ({ opened }) => opened?.parameters,
  epochs: ({ row }) => row?.epoch,
  steps: ({ row }) => row?.step,
};

const sizeOf = (quantity: string, run: RunNumbers): number | undefined =>
  Object.hasOwn(sizes, quantity) ? sizes[quantity as GoalSize](run) : undefined;

const scoresOf: Readonly<Record<PartName, (row: EpochRow) => readonly number[] | null>> = {
  train: (row) => row.train,
  validation: (row) => row.validation,
  test: (row) => row.test,
};

function scoreOf(part: string, metric: string, { opened, row }: RunNumbers): number | undefined {
  if (!opened || !row || !Object.hasOwn(scoresOf, part)) return undefined;
  return scoresOf[part as PartName](row)?.[opened.metrics.indexOf(metric)];
}
