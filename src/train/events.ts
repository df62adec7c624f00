import type { ColumnKind, Warning } from '../data/table/index.ts';
import type { Mode } from '../tensor/index.ts';
import type { BestEvent, EpochEvent, Scores, StopReason } from './loop/index.ts';
import type { ResolvedRecipe } from './recipe/index.ts';
import type { Result, RowCounts } from './result.ts';

/** What a run tells while it goes on. Progress bars, run folders and the studio all listen to these. */
export type TrainEvent =
  | PlannedEvent
  | StageEvent
  | (EpochEvent & InStage)
  | (BestEvent & InStage)
  | WarningEvent
  | StoppedEvent
  | ResultEvent;

/** Once, when everything is known but nothing is trained. */
export interface PlannedEvent {
  readonly type: 'planned';
  /** Every choice, `auto` written out. */
  readonly recipe: ResolvedRecipe;
  readonly parameters: number;
  readonly stepsPerEpoch: number;
  readonly rows: RowCounts;
  /** What became of each column of the table. */
  readonly columns: readonly ColumnReport[];
  readonly executor: 'reference' | 'wasm';
  readonly mode: Mode;
}

export interface ColumnReport {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: 'feature' | 'target' | 'weight' | 'split' | 'leftOut';
}

/**
 * A run trains one net or several: each fold that helps to choose the number of epochs, then each member of the model.
 * Said when a net begins, where there is more than one.
 */
export interface StageEvent extends InStage {
  readonly type: 'stage';
  readonly text: string;
}

export interface InStage {
  readonly stage: Stage;
}

export interface Stage {
  readonly kind: 'fold' | 'member';
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Most epochs this net is trained for. */
  readonly epochs: number;
}

export interface WarningEvent extends Warning {
  readonly type: 'warning';
}

/** A net's training ended; the last one of a run is the run's. */
export interface StoppedEvent extends InStage {
  readonly type: 'stopped';
  readonly reason: StopReason;
  readonly text: string;
  readonly restoredEpoch: number;
}

export interface ResultEvent {
  readonly type: 'result';
  readonly result: Result;
}

export type { BestEvent, EpochEvent, Scores, StopReason };
