import { startStopping, type StoppingState } from '../stopping/index.ts';
import type { Scores, StopReason } from './trainerEvents.ts';

/** How far a training is; with the net's numbers, all that a checkpoint holds. */
export interface Progress {
  epochs: number;
  /** Updates done. */
  steps: number;
  stepInEpoch: number;
  /** Over the epoch so far: the sum over rows of the loss before their step, and their number. */
  lossSum: number;
  rowSum: number;
  /** In force for the last update. */
  learningRate: number;
  /** Monitored value after each epoch; what plateau schedules look at. */
  history: number[];
  stopping: StoppingState;
  /** Of the best epoch so far, or of the last one where nothing is watched. */
  scores: { readonly train: Scores; readonly validation?: Scores } | null;
  stop: { readonly reason: StopReason; readonly text: string } | null;
}

export function startProgress(): Progress {
  return {
    epochs: 0,
    steps: 0,
    stepInEpoch: 0,
    lossSum: 0,
    rowSum: 0,
    learningRate: 0,
    history: [],
    stopping: startStopping,
    scores: null,
    stop: null,
  };
}
