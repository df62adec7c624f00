import type { Warning } from '../../data/table/index.ts';
import { NeumannError } from '../../errors.ts';
import type { PlannedEvent, Stage, TrainEvent } from '../events.ts';
import type { EpochEvent, Net, Snapshot, Trainer, TrainerCheckpoint, TrainerOutcome } from '../loop/index.ts';
import { Model } from '../model/model.ts';
import { modelParts } from '../run/modelParts.ts';
import type { FinishedRun } from '../run/runTraining.ts';
import { inStage, refuseWithoutWeights, stoppedEvent } from '../run/trainNet.ts';
import { openLive, type LiveOptions, type Opened } from './openLive.ts';

/** How far to train: what comes first ends it. Without any, to the run's end. */
export interface Portion {
  readonly steps?: number;
  /** Epochs to complete; the one that has begun is the first of them. */
  readonly epochs?: number;
  /** `performance.now()` at which to pause; a step or two go on. */
  readonly until?: number;
}

/** The step before now, as it began. */
export interface LastStep {
  /** From 1: what its random numbers are keyed by. */
  readonly number: number;
  /** Rows of the training part, in the order in which they were shown; the array is the trainer's own. */
  readonly rows: Int32Array;
  /** The weights it began with. */
  readonly before: Snapshot;
}

/** What a weight set by hand was before. */
interface Edit {
  readonly index: number;
  readonly parameter: number;
  readonly average: number | undefined;
  readonly edited: boolean;
}

/**
 * A run that is advanced by hand: portions of any size, one after another, synchronously; the end is `train`'s, to the bit. One net is
 * trained (a recipe with folds or several members is refused).
 */
export class LiveRun {
  readonly #opened: Opened;
  readonly #stage: Stage;
  readonly #start: TrainerCheckpoint;
  readonly #warnings: Warning[];
  readonly #before: Snapshot;
  #outcome: TrainerOutcome | null = null;
  #edited = false;
  /** Since the last step, in order. */
  #edits: Edit[] = [];

  private constructor(opened: Opened) {
    const { trainer, setting, warnings } = opened;
    this.#opened = opened;
    this.#stage = { kind: 'member', index: 1, of: 1, epochs: setting.recipe.stopping.epochs };
    this.#start = trainer.checkpoint();
    this.#warnings = [...warnings];
    this.#before = trainer.net.snapshot();
  }

  /** Reads the table, divides and prepares it, plans the net and draws its start. Throws a NeumannError for what a person can mend. */
  static async open(options: LiveOptions): Promise<LiveRun> {
    return new LiveRun(await openLive(options));
  }

  get planned(): PlannedEvent {
    return this.#opened.planned;
  }
  /** Everything the run was planned from and with. */
  get plan(): Pick<Opened, 'job' | 'problem' | 'division' | 'fitted' | 'setting'> {
    return this.#opened;
  }
  get warnings(): readonly Warning[] {
    return this.#warnings;
  }
  get trainer(): Trainer {
    return this.#opened.trainer;
  }
  get net(): Net {
    return this.trainer.net;
  }
  get epochs(): number {
    return this.trainer.progress.epochs;
  }
  get steps(): number {
    return this.trainer.progress.steps;
  }
  /** How it ended; null while it has not. */
  get outcome(): TrainerOutcome | null {
    return this.#outcome;
  }
  /** A weight was set by hand: the run is no longer what its recipe says. */
  get edited(): boolean {
    return this.#edited;
  }
  /** Milliseconds spent training. */
  get milliseconds(): number {
    return this.#opened.clock.now();
  }

  /** The weights that are judged and kept: the present ones, or their running average. A live window, not a copy. */
  get weights(): Snapshot {
    const { average, parameters, buffers } = this.net;
    return { parameters: this.#outcome ? parameters : (average ?? parameters), buffers };
  }

  get lastStep(): LastStep | null {
    const { order, start, end } = this.trainer.batch;
    if (end === 0) return null;
    // A step that was not taken, for its numbers were not finite, is not counted either.
    const number = this.steps + (this.#outcome?.reason === 'notFinite' ? 1 : 0);
    return { number, rows: order.subarray(start, end), before: this.#before };
  }

  /** The scores of the net as it stands, told as an epoch's are; looking changes no bit. The untrained net is epoch 0. */
  look(): EpochEvent {
    const averaged = this.#outcome === null;
    if (averaged) this.net.swapAverage();
    const event = this.trainer.look();
    if (averaged) this.net.swapAverage();
    return event;
  }

  /** Trains on, and tells what happened. */
  advance(portion: Portion = {}): readonly TrainEvent[] {
    if (this.#outcome) return [];
    const { clock } = this.#opened;
    this.#edits = [];
    clock.start();
    const events = this.#advance(this.#lastStepOf(portion), portion.until);
    clock.stop();
    return events;
  }

  /** Back to the start, to the bit. */
  rewind(): void {
    this.trainer.resume(this.#start);
    this.#opened.clock.reset();
    this.#warnings.splice(this.#opened.warnings.length);
    this.#outcome = null;
    this.#edited = false;
    this.#edits = [];
  }

  setParameter(index: number, value: number): void {
    const { parameters, average } = this.net;
    if (!(index in parameters) || !Number.isFinite(value))
      throw new NeumannError('weight', `There is no weight ${index} that could be set to ${value}.`);
    const { edited } = this;
    this.#edits.push({ index, parameter: parameters[index], average: average?.[index], edited });
    parameters[index] = value;
    if (average) average[index] = value;
    this.#edited = true;
  }

  /** A weight was set by hand, and the net has not been trained since. */
  get undoable(): boolean {
    return this.#edits.length > 0;
  }

  /** The weight that was set last is to the bit what it was before; nothing where none is undoable. */
  undoParameter(): void {
    const edit = this.#edits.pop();
    if (!edit) return;
    const { parameters, average } = this.net;
    parameters[edit.index] = edit.parameter;
    if (average) average[edit.index] = edit.average!;
    this.#edited = edit.edited;
  }

  /** A model with the weights as they are now. It is the caller's to keep; training goes on without it. */
  model(): Model {
    const { setting, fitted, problem, job } = this.#opened;
    const { parameters, buffers } = this.weights;
    const nets = [{ parameters: parameters.slice(), buffers: buffers.slice() }];
    return new Model(modelParts(setting, fitted, problem, nets, job.dataSha256), job.executor);
  }

  /** The model and its result, as `train` gives them; only when the run has ended. */
  async finish(): Promise<FinishedRun> {
    const outcome = this.#outcome;
    if (!outcome)
      throw new NeumannError(
        'running',
        'The run has not ended yet; let it train to its end, then ask again.',
      );
    refuseWithoutWeights(outcome);
    const { setting, fitted, prepared, problem, division } = this.#opened;
    const model = this.model();
    // Loaded when it is needed: to watch a run takes none of it.
    const { finishRun } = await import('../run/finishRun.ts');
    const result = await finishRun({
      model,
      setting,
      fitted,
      prepared,
      problem,
      division,
      trainRows: division.train,
      outcomes: [outcome],
      folds: [],
      warnings: this.#warnings,
      seconds: () => this.milliseconds / 1000,
    });
    return { model, result, recipe: setting.recipe, division };
  }

  close(): void {
    this.net.close();
  }

  /** The number of the last step of a portion. */
  #lastStepOf({ steps = Infinity, epochs = Infinity }: Portion): number {
    const { steps: done, stepInEpoch } = this.trainer.progress;
    const inEpochs = epochs === Infinity ? Infinity : epochs * this.trainer.stepsPerEpoch - stepInEpoch;
    return done + Math.min(steps, inEpochs);
  }

  /** The last step is taken by itself, so that how it began can be kept. */
  #advance(lastStep: number, until = Infinity): TrainEvent[] {
    const { trainer } = this;
    const events: TrainEvent[] = [];
    const late = () => trainer.progress.steps >= lastStep - 1 || performance.now() >= until;
    while (!trainer.ended && !late()) this.#tell(trainer.advance(late), events);
    this.net.copyTo(this.#before);
    const { steps } = trainer.progress;
    const stepped = () => trainer.progress.steps > steps;
    while (!trainer.ended && steps < lastStep && !stepped()) this.#tell(trainer.advance(stepped), events);
    if (trainer.ended) this.#end(events);
    return events;
  }

  #tell(said: ReturnType<Trainer['advance']>, events: TrainEvent[]): void {
    for (const event of said) {
      if (event.type === 'warning') {
        if (this.#warnings.some(({ text }) => text === event.text)) continue;
        const { type: _, ...warning } = event;
        this.#warnings.push(warning);
      }
      if (event.type === 'epoch') this.#opened.onEpoch?.(event.epoch, this.weights);
      events.push(inStage(event, this.#stage));
    }
  }

  #end(events: TrainEvent[]): void {
    this.#outcome = this.trainer.finish();
    events.push(stoppedEvent(this.#outcome, this.#stage));
  }
}
