import { NeumannError } from '../../errors.ts';
import { writeModel, type Run, type TrainEvent } from '../../train/index.ts';
import type { Effects } from '../effects/effects.ts';
import { shellWord } from '../format/shellWord.ts';
import { makeRunPath } from '../runs/newRunPath.ts';
import { RunFolder } from '../runs/runFolder.ts';
import type { Finished, Order } from './order.ts';
import type { Display } from './display.ts';
import { reportOf } from './reportOf.ts';

/** Milliseconds between two checkpoints; more where writing one takes long, so that it takes at most a twentieth of the time. */
const CHECKPOINT_EVERY = 2000;
const CHECKPOINT_SHARE = 20;

/** Writes a run down while it goes on. Its folder is made when all is checked and planned; before, nothing is written. */
export class Recorder {
  folder: RunFolder | undefined;
  readonly #order: Order;
  readonly #run: Run;
  readonly #effects: Effects;
  /** What was told before there was a folder. */
  readonly #early: TrainEvent[] = [];
  #checkpoints = 0;
  #nextCheckpoint = 0;
  #failure: unknown;

  constructor(order: Order, run: Run, effects: Effects) {
    this.#order = order;
    this.#run = run;
    this.#effects = effects;
    this.#checkpoints = order.stopped?.checkpoint ? 1 : 0;
  }

  /** To the end of the run and of its folder. */
  async follow(display: Display): Promise<Finished> {
    try {
      for await (const event of this.#run) {
        if (this.#failure !== undefined) throw this.#failure;
        this.#record(event);
        display.show(event);
      }
      return await this.#finish();
    } catch (error) {
      throw this.#afterFailure(error);
    }
  }

  #record(event: TrainEvent): void {
    if (event.type === 'planned') {
      this.folder = this.#openFolder(event.recipe.data.targets);
      this.folder.saveRecipe(event.recipe);
      this.#early.forEach((early) => this.folder!.append(early));
    }
    if (this.folder) this.folder.append(event);
    else this.#early.push(event);
  }

  #openFolder(targets: readonly string[]): RunFolder {
    const { table, read, out, stopped, opened, command } = this.#order;
    if (stopped) return RunFolder.reopen(out!, this.#effects, stopped.lines);
    const path = out ?? makeRunPath(table, targets, this.#effects);
    const { dateOrder } = opened.dialect;
    const found = dateOrder && { dateOrder };
    return RunFolder.create(path, this.#effects, { command, table, read: { ...read, ...found } });
  }

  async #finish(): Promise<Finished> {
    const finished = await this.#run;
    const folder = this.folder!;
    this.saveCheckpoint();
    folder.saveModel(writeModel(finished.model));
    folder.saveReport(await reportOf(finished, this.#order, folder.events));
    folder.saveResult({ run: folder.path, ...finished.result });
    return { run: folder.path, finished };
  }

  /**
   * To be called between two turns of the event loop: only then are the events of all that the checkpoint holds written down.
   */
  saveCheckpoint(): void {
    const bytes = this.folder && this.#run.checkpoint();
    if (!bytes) return;
    this.folder!.saveCheckpoint(bytes);
    this.#checkpoints++;
  }

  saveCheckpointIfDue(): void {
    const started = this.#effects.now();
    if (!this.folder || started < this.#nextCheckpoint || this.#failure !== undefined) return;
    try {
      this.saveCheckpoint();
    } catch (error) {
      this.#failure = error;
    }
    const now = this.#effects.now();
    this.#nextCheckpoint = now + Math.max(CHECKPOINT_EVERY, CHECKPOINT_SHARE * (now - started));
  }

  /** A run that came to nothing leaves nothing; one that can go on says how. */
  #afterFailure(error: unknown): unknown {
    if (!this.folder) return error;
    const code = error instanceof NeumannError ? error.code : undefined;
    if (code === 'interrupted') return error;
    // A run whose thread died is kept even before its first checkpoint: it can begin again where it is.
    if ((this.#checkpoints === 0 && code !== 'threads') || code === 'notFinite') {
      this.folder.remove();
      return error;
    }
    if (!(error instanceof NeumannError)) return error;
    const how = `What is learnt so far is kept: neumann train --resume ${shellWord(this.folder.path)}`;
    return new NeumannError(error.code, `${error.message} ${how}`, {
      exitCode: error.exitCode,
      cause: error,
    });
  }
}
