export type { Evaluation } from './evaluator.ts';
export { Net, type Snapshot } from './net.ts';
export type { Part } from './part.ts';
export { Trainer } from './trainer.ts';
export type { TrainerCheckpoint } from './trainerCheckpoint.ts';
export type {
  BestEvent,
  EpochEvent,
  LossReport,
  Scores,
  StopReason,
  TrainerEvent,
  TrainerOutcome,
} from './trainerEvents.ts';
export type { BatchOptions, StopOptions, TrainerOptions } from './trainerOptions.ts';
