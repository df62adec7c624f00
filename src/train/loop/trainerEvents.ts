/** Numbers a part is judged by: `loss`, and metrics by their names. */
export type Scores = Readonly<Record<string, number>> & { readonly loss: number };

export interface EpochEvent {
  readonly type: 'epoch';
  /** From 1; 0 tells of the net before its first step, where that one may be kept. */
  readonly epoch: number;
  /** Updates done since the start. */
  readonly step: number;
  /** In force for the epoch's last update. */
  readonly learningRate: number;
  /** On all training rows as validation is measured: dropout off, no penalty. */
  readonly train: Scores;
  readonly validation?: Scores;
  /** Only where asked for: to look at, not to choose by. */
  readonly test?: Scores;
  /** Mean over the epoch's rows of the loss before each step: dropout on, weights moving, no penalty. */
  readonly trainLossWhileLearning: number;
  /** Each loss by itself on the training rows, and its share of the gradient (lengths, summing to 1) in the first batch. */
  readonly losses: readonly LossReport[];
  /** What penalties add to the loss with the weights that are scored: `train.loss` and this are what is minimised. */
  readonly penalty: number;
  /** Weights that are exactly zero, among those that penalties act on. */
  readonly zeros: number;
  /** Length of the gradient in the last step before clipping; only where clipping by norm is on. */
  readonly gradientNorm?: number;
  /** Since the start of this training. */
  readonly seconds: number;
}

export interface LossReport {
  readonly name: string;
  readonly value: number;
  readonly gradientShare: number;
}

export interface BestEvent {
  readonly type: 'best';
  readonly epoch: number;
  readonly value: number;
}

export interface TrainerWarning {
  readonly type: 'warning';
  readonly code: string;
  readonly text: string;
}

export type TrainerEvent = EpochEvent | BestEvent | TrainerWarning;

export type StopReason = 'patience' | 'epochs' | 'minutes' | 'notFinite' | 'interrupted' | 'converged';

export interface TrainerOutcome {
  readonly reason: StopReason;
  readonly text: string;
  readonly epochs: number;
  /** The epoch whose weights are in force now. */
  readonly restoredEpoch: number;
  readonly best: { readonly epoch: number; readonly value: number } | null;
  /** As measured after that epoch; null where no epoch was completed. */
  readonly scores: { readonly train: Scores; readonly validation?: Scores } | null;
}
