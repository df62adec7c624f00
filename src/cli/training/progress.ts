import type { Stage, TrainEvent } from '../../train/index.ts';

/** How far a run is: what displays show, gathered from its events. */
export interface Progress {
  readonly stage: Stage | undefined;
  readonly epoch: number;
  /** Losses of the net in training, epoch by epoch. */
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly warnings: number;
  /** Epochs done and most that may still come, over all nets of the run. */
  readonly done: number;
  readonly left: number;
}

/** Follows a run's events. */
export class ProgressTracker {
  #stage: Stage | undefined;
  #epoch = 0;
  #done = 0;
  #train: number[] = [];
  #validation: number[] = [];
  #warnings = 0;
  #folds = 0;
  #members = 1;
  #mostEpochs = 0;

  see(event: TrainEvent): void {
    if (event.type === 'planned') {
      const { stopping, model } = event.recipe;
      [this.#folds, this.#members, this.#mostEpochs] = [stopping.folds, model.members, stopping.epochs];
    }
    if (event.type === 'warning') this.#warnings++;
    if (event.type === 'stage') this.#enter(event.stage);
    if (event.type !== 'epoch') return;
    if (!sameStage(this.#stage, event.stage)) this.#enter(event.stage);
    this.#done += Math.max(0, event.epoch - this.#epoch);
    this.#epoch = event.epoch;
    this.#train.push(event.train.loss);
    if (event.validation) this.#validation.push(event.validation.loss);
  }

  #enter(stage: Stage): void {
    this.#stage = stage;
    this.#epoch = 0;
    this.#train = [];
    this.#validation = [];
  }

  get progress(): Progress {
    return {
      stage: this.#stage,
      epoch: this.#epoch,
      train: this.#train,
      validation: this.#validation,
      warnings: this.#warnings,
      done: this.#done,
      left: this.#left(),
    };
  }

  /** At most: patience may end each net sooner. */
  #left(): number {
    const stage = this.#stage;
    if (!stage) return 0;
    const here = stage.epochs - this.#epoch;
    const members = this.#members * (stage.kind === 'fold' ? this.#mostEpochs : stage.epochs);
    const afterMember = this.#members - stage.index;
    if (stage.kind === 'member') return here + afterMember * stage.epochs;
    return here + (this.#folds - stage.index) * this.#mostEpochs + members;
  }
}

function sameStage(a: Stage | undefined, b: Stage): boolean {
  return a?.kind === b.kind && a.index === b.index;
}
