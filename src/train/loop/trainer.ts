import { release } from '../../data/table/paged/release.ts';
import type { StepScalars } from '../../nn/define.ts';
import { observe } from '../stopping/index.ts';
import { Breather } from './breather.ts';
import type { Evaluation } from './evaluator.ts';
import { GradientShares } from './gradientShares.ts';
import { Net, type Snapshot } from './net.ts';
import type { Part } from './part.ts';
import { startProgress, type Progress } from './progress.ts';
import { RateClock } from './rateClock.ts';
import { Stepper, type Batch } from './stepper.ts';
import { restoreTrainer, saveTrainer, type TrainerCheckpoint } from './trainerCheckpoint.ts';
import type { EpochEvent, Scores, StopReason, TrainerEvent, TrainerOutcome } from './trainerEvents.ts';
import { SLICE_ROWS, type TrainerOptions } from './trainerOptions.ts';

const never = (): boolean => false;
const NOTHING: readonly TrainerEvent[] = [];

/**
 * Trains one net on prepared rows: to the end by `run()`, which yields what happens and lets others have their turn, or portion by
 * portion by `advance()`, to the same bytes whatever the portions. Between any two steps `checkpoint()` holds all that is needed
 * to go on with the same bytes.
 */
export class Trainer {
  readonly net: Net;
  readonly stepsPerEpoch: number;
  readonly #options: TrainerOptions;
  readonly #stepper: Stepper;
  readonly #clock: RateClock;
  readonly #shares: GradientShares;
  readonly #batch: Batch;
  readonly #now: () => number;
  #progress: Progress = startProgress();
  #best: Snapshot | undefined;
  #started: number | undefined;
  /** The epoch that the batch's order is of. */
  #ordered = -1;
  #rowLosses: Float64Array | undefined;

  constructor(options: TrainerOptions) {
    this.#options = options;
    this.#now = options.clock ?? (() => performance.now());
    const { executor, model, optimizer, seed, train, batches, averaging = null } = options;
    const { definition } = optimizer;
    const rows = Math.min(SLICE_ROWS, Math.max(train.rows, options.validation?.rows ?? 0));
    const update = definition.kind === 'update' ? { definition, options: optimizer.options } : undefined;
    const averaged = update !== undefined && averaging !== null;
    this.net = new Net(executor, { ...model, rows, optimizer: update, averaged });
    this.net.initialize(seed, options.initialParameters);
    this.#stepper = new Stepper(this.net, optimizer, seed, averaging);
    this.#shares = new GradientShares(this.net);
    this.#batch = { part: train, order: new Int32Array(0), start: 0, end: 0 };
    this.stepsPerEpoch = countSteps(train.rows, batches.size, batches.dropLast, this.#minimumRows);
    const planned = options.stopping.plannedEpochs ?? options.stopping.epochs;
    this.#clock = new RateClock(options.schedule, {
      learningRate: optimizer.learningRate,
      momentum: optimizer.momentum,
      totalEpochs: planned,
      totalSteps: planned * this.stepsPerEpoch,
    });
  }

  /** Batch norm has no variance in a batch of one row: such a last batch is left out. */
  get #minimumRows(): number {
    return this.net.plan.buffers.length > 0 ? 2 : 1;
  }

  async *run(): AsyncGenerator<TrainerEvent, TrainerOutcome> {
    const breather = new Breather();
    while (!this.ended || this.#started === undefined) {
      yield* this.advance(() => breather.due);
      if (breather.due) await breather.breathe();
    }
    return this.finish();
  }

  /** Whether there is nothing left to train. */
  get ended(): boolean {
    return this.#progress.stop !== null || this.#progress.epochs >= this.#options.stopping.epochs;
  }

  get progress(): Readonly<Progress> {
    return this.#progress;
  }

  /** What the epoch's end would tell of the net as it stands; nothing is decided by it, and no bit of the training changes. */
  look(): EpochEvent {
    const rowLosses = this.#rowLosses;
    const event = this.#measureWith(this.#progress.epochs, this.#noShares);
    this.#rowLosses = rowLosses;
    return event;
  }

  /** The batch of the last step; `end` is 0 before the first. */
  get batch(): Readonly<Batch> {
    return this.#batch;
  }

  /**
   * Trains on to the end of the epoch, or until `pause`, asked before each step, says so. What is said before the first step comes by
   * itself, without a step.
   */
  advance(pause = never): readonly TrainerEvent[] {
    if (this.#started === undefined) {
      this.#started = this.#now();
      const said = [...this.#beginning()];
      if (said.length > 0) return said;
    }
    return !this.ended && this.#trainEpoch(pause) ? [...this.#endEpoch()] : NOTHING;
  }

  checkpoint(): TrainerCheckpoint {
    const { memory, minimizer } = this.#stepper;
    const state = { progress: this.#progress, best: this.#best, rowLosses: this.#rowLosses, memory };
    return saveTrainer(this.net, minimizer, state);
  }

  /** Goes on from a checkpoint, be it one of another time, or of this training's own past. */
  resume(checkpoint: TrainerCheckpoint): void {
    this.#started = undefined;
    this.#ordered = -1;
    this.#batch.start = this.#batch.end = 0;
    const state = restoreTrainer(checkpoint, this.net, this.#stepper.minimizer);
    this.#progress = state.progress;
    if (state.progress.stop?.reason === 'interrupted') this.#progress.stop = null;
    this.#best = state.best;
    this.#rowLosses = state.rowLosses;
    this.#stepper.memory = state.memory;
  }

  *#beginning(): Generator<TrainerEvent> {
    const { steps, scores } = this.#progress;
    if (steps > 0) return;
    yield* this.#warnings();
    if (!scores && this.#options.stopping.watchStart) yield* this.#watchStart();
  }

  *#warnings(): Generator<TrainerEvent> {
    const { train, batches } = this.#options;
    const last = train.rows % batches.size;
    if (this.#minimumRows === 2 && last === 1 && !batches.dropLast) {
      const text = `The last batch of each epoch would hold one row, which batch normalisation cannot train on; it is skipped.`;
      yield { type: 'warning', code: 'single-row-batch', text };
    }
    if (this.stepsPerEpoch === 0) {
      yield {
        type: 'warning',
        code: 'no-steps',
        text: `No batch can be made of ${train.rows} training rows; nothing is learned.`,
      };
    }
  }

  *#orderWarnings(): Generator<TrainerEvent> {
    const rowLosses = this.#rowLosses;
    const warnings = (rowLosses && this.#options.batches.warnings?.(rowLosses)) ?? [];
    for (const { code, text } of warnings) yield { type: 'warning', code, text };
  }

  /** The rest of the present epoch's steps, unless it is paused or stopped; true where the epoch is complete. */
  #trainEpoch(pause: () => boolean): boolean {
    const progress = this.#progress;
    if (this.#ordered !== progress.epochs) {
      this.#batch.order = this.#options.batches.order(progress.epochs, this.#rowLosses);
      this.#ordered = progress.epochs;
    }
    while (progress.stepInEpoch < this.stepsPerEpoch && progress.stop === null) {
      if (pause()) return false;
      progress.stop = this.#outsideStop();
      if (progress.stop === null) this.#step();
    }
    return progress.stop === null;
  }

  #step(): void {
    const progress = this.#progress;
    const { size } = this.#options.batches;
    this.#batch.start = progress.stepInEpoch * size;
    this.#batch.end = Math.min(this.#batch.start + size, this.#batch.order.length);
    const scalars = this.#clock.next(progress);
    this.#stepper.load(this.#batch, scalars.step);
    const outcome = this.#stepper.step(scalars);
    if (!outcome.finite) return this.#stopNotFinite(scalars);
    const rows = this.#batch.end - this.#batch.start;
    progress.steps++;
    progress.stepInEpoch++;
    progress.lossSum += outcome.loss * rows;
    progress.rowSum += rows;
    progress.learningRate = scalars.learningRate;
    if (this.#stepper.minimizer && outcome.evaluations <= 1 && this.stepsPerEpoch === 1)
      this.#stopConverged();
  }

  *#endEpoch(): Generator<TrainerEvent> {
    const progress = this.#progress;
    this.net.swapAverage();
    const event = this.#measure();
    progress.epochs++;
    progress.stepInEpoch = progress.lossSum = progress.rowSum = 0;
    const improved = this.#watch(event);
    this.net.swapAverage();
    yield event;
    if (improved) yield { type: 'best', ...progress.stopping.best! };
    if (progress.epochs === 1) yield* this.#orderWarnings();
  }

  /** The net as it starts is one of those the best is chosen from. */
  *#watchStart(): Generator<TrainerEvent> {
    const event = this.#measureWith(0, this.#noShares);
    this.#watch(event);
    this.#progress.history.pop();
    yield event;
    if (this.#progress.stopping.best) yield { type: 'best', ...this.#progress.stopping.best };
  }

  /** Evaluates the parts and tells the epoch. */
  #measure(): EpochEvent {
    const { steps, epochs } = this.#progress;
    return this.#measureWith(epochs + 1, () => this.#shares.measure(this.#stepper, this.#batch, steps));
  }

  readonly #noShares = (): readonly number[] => this.net.plan.losses.map(() => 0);

  #measureWith(epoch: number, gradientShares: () => readonly number[]): EpochEvent {
    const { train, validation, test, batches } = this.#options;
    const progress = this.#progress;
    const { needsLosses = true } = batches;
    const onTrain = this.net.evaluate(train, { rowLosses: needsLosses });
    this.#rowLosses = needsLosses ? onTrain.rowLosses : undefined;
    const shares = gradientShares();
    return {
      type: 'epoch',
      epoch,
      step: progress.steps,
      learningRate: progress.learningRate,
      train: this.#scores(train, onTrain),
      validation: validation && this.#evaluated(validation),
      ...(test && { test: this.#evaluated(test) }),
      trainLossWhileLearning: progress.rowSum === 0 ? onTrain.loss : progress.lossSum / progress.rowSum,
      losses: this.net.plan.losses.map(({ label }, index) => ({
        name: label,
        value: onTrain.parts[index],
        gradientShare: shares[index],
      })),
      penalty: this.net.penalty(),
      zeros: this.net.countZeros(),
      seconds: this.#started === undefined ? 0 : (this.#now() - this.#started) / 1000,
    };
  }

  #evaluated(part: Part): Scores {
    return this.#scores(part, this.net.evaluate(part, { rowLosses: false }));
  }

  #scores(part: Part, evaluation: Evaluation): Scores {
    const scores = { loss: evaluation.loss, ...this.#options.score?.(part, evaluation) };
    Object.values(evaluation.predictions).forEach(release);
    return scores;
  }

  /** Keeps the best weights and decides whether to go on; true where this epoch is the best one. */
  #watch(event: EpochEvent): boolean {
    const progress = this.#progress;
    const { monitor, patience, minimumDelta, better } = this.#options.stopping;
    const value = monitor === null ? undefined : valueOf(event, monitor);
    progress.history.push(value ?? event.train.loss);
    const keepsLast = monitor === null || value === undefined || !this.#options.stopping.restoreBest;
    if (keepsLast) progress.scores = { train: event.train, validation: event.validation };
    if (monitor === null || value === undefined) return false;
    const settings = { patience, minimumDelta, better, monitor };
    const seen = observe(settings, progress.stopping, event.epoch, value);
    progress.stopping = seen.state;
    progress.stop = seen.stop
      ? { ...seen.stop, text: seen.stop.text + this.#advice(seen.stop.reason) }
      : null;
    if (seen.improved && !keepsLast) {
      progress.scores = { train: event.train, validation: event.validation };
      this.#keepBest();
    }
    return seen.improved;
  }

  #keepBest(): void {
    if (this.#best) this.net.copyTo(this.#best);
    else this.#best = this.net.snapshot();
  }

  #outsideStop(): Progress['stop'] {
    const { signal, deadline } = this.#options;
    if (signal?.aborted) return { reason: 'interrupted', text: 'Interrupted.' };
    if (deadline !== undefined && this.#now() >= deadline)
      return { reason: 'minutes', text: 'The time set for it was over.' };
    return null;
  }

  #stopNotFinite({ step, learningRate }: StepScalars): void {
    const origin = this.#stepper.traceNotFinite();
    const where = origin ? ` It began here: ${origin}.` : '';
    this.#progress.learningRate = learningRate;
    const text =
      `In step ${step} (epoch ${this.#progress.epochs + 1}) the loss or its gradient was no longer a finite number, so the ` +
      `step was not taken.${where}${this.#advice('notFinite')}`;
    this.#progress.stop = { reason: 'notFinite', text };
  }

  #advice(reason: StopReason): string {
    if (reason !== 'notFinite') return '';
    return ` Try a smaller optimizer.learningRate (it was ${this.#progress.learningRate}) or clip.norm=1.`;
  }

  #stopConverged(): void {
    const text = `${this.#options.optimizer.definition.name} found no better weights: the gradient is practically zero.`;
    this.#progress.stop ??= { reason: 'converged', text };
  }

  /** Takes back the best weights, where that is asked for, and says how it ended. */
  finish(): TrainerOutcome {
    const { stopping, epochs, stop, scores } = this.#progress;
    const { best } = stopping;
    const { reason, text } = stop ?? { reason: 'epochs', text: `All ${epochs} epochs were trained.` };
    const restores = this.#options.stopping.restoreBest && best !== null && reason !== 'interrupted';
    if (restores && this.#best) this.net.restore(this.#best);
    else if (this.net.average && reason !== 'interrupted')
      this.net.restore({ parameters: this.net.average, buffers: this.net.buffers });
    return { reason, text, epochs, restoredEpoch: restores ? best.epoch : epochs, best, scores };
  }
}

/** Batches of an epoch; a last one with fewer rows than `minimum` is left out. */
function countSteps(rows: number, size: number, dropLast: boolean, minimum: number): number {
  const whole = Math.floor(rows / size);
  const last = rows % size;
  return last >= minimum && !dropLast ? whole + 1 : whole;
}

function valueOf(event: EpochEvent, monitor: string): number | undefined {
  const [part, metric] = monitor.split('.');
  return (part === 'train' ? event.train : event.validation)?.[metric];
}
