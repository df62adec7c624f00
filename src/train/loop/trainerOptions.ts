import type { Warning } from '../../data/table/index.ts';
import type { ModelPlan, ModelSettings } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { Evaluation } from './evaluator.ts';
import type { Part } from './part.ts';
import type { ScheduleChoice } from './rateClock.ts';
import type { OptimizerChoice } from './stepper.ts';

/** All that training one net needs; recipes are turned into this, and tests and conformance give it directly. */
export interface TrainerOptions {
  readonly executor: Executor;
  readonly model: Omit<ModelSettings, 'rows' | 'optimizer'>;
  readonly optimizer: OptimizerChoice & { readonly learningRate: number; readonly momentum?: number };
  readonly schedule: ScheduleChoice;
  /** Decay of the running average of the weights, which then is what is evaluated and kept; null: the weights themselves are. */
  readonly averaging?: number | null;
  readonly batches: BatchOptions;
  readonly stopping: StopOptions;
  readonly seed: number;
  readonly train: Part;
  readonly validation?: Part;
  /** Its scores are told after each epoch, for a person to see: nothing is decided by them. */
  readonly test?: Part;
  /** Metrics of a part beside its loss; none when left out. The predictions are gone after the call. */
  readonly score?: (part: Part, evaluation: Evaluation) => Readonly<Record<string, number>>;
  /** Start from these weights (the whole `parameters` block of the plan) instead of drawing them. */
  readonly initialParameters?: (plan: ModelPlan) => ArrayLike<number>;
  /** What time it is, in milliseconds; `performance.now()` when left out. */
  readonly clock?: () => number;
  /** The clock's time at which to stop. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
}

export interface BatchOptions {
  readonly size: number;
  readonly dropLast: boolean;
  /** False where the order does not go by the rows' losses, nor has anything to say of them: they are then not kept. */
  readonly needsLosses?: boolean;
  /** Rows in the order of epoch `epoch` (from 0); `rowLosses`: each row's loss after the epoch before, where that is needed. */
  readonly order: (epoch: number, rowLosses: Float64Array | undefined) => Int32Array;
  /** What to say about learning in this order, once losses of all rows are known. */
  readonly warnings?: (rowLosses: Float64Array) => readonly Warning[];
}

export interface StopOptions {
  readonly epochs: number;
  /** What schedules take as the length of the run, where it is not `epochs`: a refit stops early on the same schedule. */
  readonly plannedEpochs?: number;
  readonly patience: number | null;
  readonly minimumDelta: number;
  /** `validation.loss`, `train.accuracy`...; null watches nothing and keeps the last epoch. */
  readonly monitor: string | null;
  readonly better: 'higher' | 'lower';
  readonly restoreBest: boolean;
  /** Whether the net as it starts may be the best one: where it starts from something good. */
  readonly watchStart?: boolean;
}

/** Rows of one program; larger batches are worked through in slices and evaluation in batches of this size. */
export const SLICE_ROWS = 1024;
