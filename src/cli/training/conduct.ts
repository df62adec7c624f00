import type { ReadOptions, ReadResult } from '../../data/read/index.ts';
import { train, type FinishedRun, type RecipeInput } from '../../train/index.ts';
import type { Effects, Signal } from '../effects/effects.ts';
import type { StoppedRun } from '../runs/stoppedRun.ts';
import type { Display } from './display.ts';
import { Recorder } from './recorder.ts';

/** A training to be done by the command line. */
export interface Order {
  readonly table: string;
  readonly read: ReadOptions;
  readonly opened: ReadResult;
  readonly recipe: RecipeInput;
  /** What was typed to begin the run. */
  readonly command: string;
  /** The folder it goes to; one of its own under runs/ when left out. */
  readonly out?: string;
  /** The run in that folder, to go on with. */
  readonly stopped?: StoppedRun;
}

export interface Finished {
  readonly run: string;
  readonly finished: FinishedRun;
}

/** Ended by Ctrl-C or the like; the run is missing where nothing had begun. */
export interface Interrupted {
  readonly run: string | undefined;
  readonly signal: Signal;
}

/** How often it is asked whether a checkpoint is due. */
const EVERY = 250;

/** Trains, shows and writes down what happens; on Ctrl-C leaves what is needed to go on. */
export async function conduct(
  order: Order,
  effects: Effects,
  display: Display,
): Promise<Finished | Interrupted> {
  const stop = new AbortController();
  const { recipe, opened, stopped } = order;
  const run = train({ data: opened, recipe, resume: stopped?.checkpoint, signal: stop.signal });
  const recorder = new Recorder(order, run, effects);
  const interrupted = Promise.withResolvers<Interrupted>();
  const endListening = effects.onSignal((signal) => {
    try {
      recorder.saveCheckpoint();
      interrupted.resolve({ run: recorder.folder?.path, signal });
    } catch (error) {
      interrupted.reject(error);
    }
  });
  const endTimer = effects.every(EVERY, () => recorder.saveCheckpointIfDue());
  try {
    return await Promise.race([recorder.follow(display), interrupted.promise]);
  } finally {
    stop.abort();
    endTimer();
    endListening();
    display.end();
  }
}
