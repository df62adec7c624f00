import { readTable, type ByteSource, type ReadOptions } from '../data/read/index.ts';
import { tableFromObjects, type Table, type Warning } from '../data/table/index.ts';
import { NeumannError } from '../errors.ts';
import type { Executor } from '../tensor/index.ts';
import type { TrainEvent } from './events.ts';
import { chooseEngine, type EngineFacts, type EngineOptions } from './engine/index.ts';
import { executorNamed, type ExecutorName } from './executors.ts';
import type { Row } from './model/model.ts';
import { builtIn, recipeOf, withOwn, type RecipeInput } from './recipe/index.ts';
import type { OwnThings } from './recipe/things.ts';
import { readRunCheckpoint, writeRunCheckpoint, type RunCheckpoint } from './run/runCheckpoint.ts';
import { TrainingRun, type FinishedRun } from './run/runTraining.ts';
import type { StoredTensor } from './safetensors/index.ts';
import { tableSha256 } from './tableSha256.ts';

/** A table, however a person has it; on Node the front door takes a path too. */
export type TableData = Table | OpenTable | (() => Promise<OpenTable>) | readonly object[] | ByteSource;

export interface TrainOptions extends EngineOptions {
  readonly data: TableData;
  /** The column to predict, or several; in place of `recipe.data.targets`. */
  readonly target?: string | readonly string[];
  /** A recipe as JSON, or the name of one; the default recipe when left out. */
  readonly recipe?: RecipeInput | string;
  /** Edits upon it, as the command line takes them: `optimizer.learningRate=0.01`. */
  readonly set?: readonly string[];
  readonly seed?: number;
  /** How a table given as bytes is read. */
  readonly read?: ReadOptions;
  /** In place of a mode: `wasm` (float32, exact), `reference` (float64, for tests and for reading), or one's own. */
  readonly executor?: ExecutorName | Executor;
  /** Definitions of one's own that the recipe may name. */
  readonly own?: OwnThings;
  readonly signal?: AbortSignal;
  /** Bytes of memory that there are: a table that needs more is refused before it is prepared. */
  readonly memory?: number;
  /** Weights by name for the net to start from, in the shapes of `model.plan.parameters`. */
  readonly initialWeights?: Readonly<Record<string, StoredTensor>>;
  /** For each epoch the order in which to visit the training rows, counted from 0 within them. */
  readonly batchOrders?: readonly (readonly number[])[];
  /** A checkpoint to go on from; table, recipe and seed must be the same. */
  readonly resume?: Uint8Array;
}

/**
 * A run in progress: a promise of its end, and an async iterator of its events (each iterator gets all, from the first on).
 * It goes on whether or not anyone listens.
 */
export interface Run extends PromiseLike<FinishedRun>, AsyncIterable<TrainEvent> {
  /** What is needed to go on later with the same bytes; undefined before the table is read and after the end. */
  checkpoint(): Uint8Array<ArrayBuffer> | undefined;
}

/** Trains a model on a table. Throws (rejects with) a NeumannError for whatever a person can mend. */
export function train(options: TrainOptions): Run {
  return new RunInProgress(options);
}

class RunInProgress implements Run {
  readonly #events: TrainEvent[] = [];
  readonly #finished: Promise<FinishedRun>;
  #training: TrainingRun | undefined;
  #wake = Promise.withResolvers<void>();

  constructor(options: TrainOptions) {
    this.#finished = this.#run(options);
    // Whoever awaits or iterates gets the error; it must not end the process before they do.
    this.#finished.catch(() => {});
  }

  // Being awaited is what a run is for.
  // oxlint-disable-next-line unicorn/no-thenable
  then<A = FinishedRun, B = never>(
    resolve?: ((run: FinishedRun) => A | PromiseLike<A>) | null,
    reject?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return this.#finished.then(resolve, reject);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrainEvent> {
    let ended = false;
    const end = () => {
      ended = true;
      this.#wake.resolve();
    };
    this.#finished.then(end, end);
    for (let at = 0; ; at++) {
      while (at >= this.#events.length && !ended) await this.#wake.promise;
      if (at >= this.#events.length) break;
      yield this.#events[at];
    }
    await this.#finished;
  }

  checkpoint(): Uint8Array<ArrayBuffer> | undefined {
    return this.#training && writeRunCheckpoint(this.#training.checkpoint());
  }

  async #run(options: TrainOptions): Promise<FinishedRun> {
    const { table, sha256, warnings } = await openTable(options.data, options.read);
    warnings.forEach((warning) => this.#tell({ type: 'warning', ...warning }));
    const things = options.own ? withOwn(options.own) : builtIn;
    const resume = options.resume && readRunCheckpoint(options.resume);
    const training = new TrainingRun({
      table,
      dataSha256: sha256,
      warnings,
      recipe: recipeOf(options, things),
      things,
      executor: executorNamed(options.executor),
      ...(options.executor === undefined && {
        chooseEngine: (operations) => chooseEngine(options, operations, resume && beganWith(resume)),
      }),
      signal: options.signal,
      memory: options.memory,
      initialWeights: options.initialWeights,
      batchOrders: options.batchOrders,
      resume,
    });
    this.#training = training;
    const events = training.events();
    let next = await events.next();
    for (; !next.done; next = await events.next()) this.#tell(next.value);
    return next.value;
  }

  #tell(event: TrainEvent): void {
    this.#events.push(event);
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }
}

/** Checkpoints that do not say it are from before there were modes. */
const beganWith = ({ engine }: RunCheckpoint): EngineFacts => engine ?? { mode: 'exact' };

/** What `readTable` gives. */
interface OpenTable {
  readonly table: Table;
  readonly sha256: string;
  readonly warnings: readonly Warning[];
}

/** Reads whatever is given as a table. */
export async function openTable(data: TableData, options?: ReadOptions): Promise<OpenTable> {
  if (Array.isArray(data)) {
    if (data.length === 0)
      throw new NeumannError('emptyTable', 'The table has no rows; give at least a few.');
    const { table, warnings } = tableFromObjects(data as readonly Row[]);
    return { table, warnings, sha256: tableSha256(table) };
  }
  if (typeof data === 'function') return data();
  if (isOpen(data)) return data;
  if (isTable(data)) return { table: data, warnings: [], sha256: tableSha256(data) };
  return readTable(data as ByteSource, options);
}

const isOpen = (data: TableData): data is OpenTable =>
  typeof data === 'object' && 'table' in data && 'sha256' in data;

const isTable = (data: TableData): data is Table =>
  typeof data === 'object' && 'columns' in data && 'rows' in data;
