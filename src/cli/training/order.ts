import type { ReadOptions, ReadResult } from '../../data/read/index.ts';
import type { EngineOptions, FinishedRun, RecipeInput } from '../../train/index.ts';
import type { Signal } from '../effects/effects.ts';
import type { StoppedRun } from '../runs/stoppedRun.ts';

/** A training to be done by the command line. */
export interface Order {
  readonly table: string;
  readonly read: ReadOptions;
  readonly opened: ReadResult;
  readonly recipe: RecipeInput;
  readonly engine: EngineOptions;
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
