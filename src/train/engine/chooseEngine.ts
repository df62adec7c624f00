import { NeumannError } from '../../errors.ts';
import { createWasmExecutor, type Executor, type Host, type Mode } from '../../tensor/index.ts';
import { chooseMode, type ModeChoice } from './chooseMode.ts';
import type { EngineReport } from './engineReport.ts';

/** How a person wants a run to be computed. It decides about its speed and its last bits, and is no part of its recipe. */
export interface EngineOptions {
  /** `auto` when left out: `exact` for all but large nets. A run that is resumed goes on in the mode it began with. */
  readonly mode?: ModeChoice;
  /** The most threads that share what takes long; as many as the machine has when left out. */
  readonly threads?: number;
  /** What the machine has beside WebAssembly. On Node the front door gives it. */
  readonly host?: () => Promise<Host>;
}

/** What a run began with, kept in its checkpoints. */
export interface EngineFacts {
  readonly mode: Mode;
  readonly threads?: number;
  /** What it was computed with, once that had turned out. */
  readonly used?: EngineReport;
}

export interface ChosenEngine {
  readonly executor: Executor;
  readonly facts: EngineFacts;
}

/** Steps of fewer operations have nothing to share between threads. */
const SHARED_OPERATIONS = 5_000_000;

/** The executor for a run whose steps take so many operations; `began`: what it began with, if it goes on. */
export async function chooseEngine(
  { mode = 'auto', threads, host }: EngineOptions,
  operations: number,
  began: EngineFacts | undefined,
): Promise<ChosenEngine> {
  const chosen = chooseMode(mode, operations);
  if (began && mode !== 'auto' && mode !== began.mode) throw otherMode(began.mode);
  const own = began?.mode ?? chosen;
  const needsHost = own === 'fast' || threads !== undefined || operations > SHARED_OPERATIONS;
  const machine = needsHost ? await host?.() : undefined;
  const before = own === 'fast' ? began?.threads : undefined;
  const threadCount = countThreads(threads, machine, before);
  return {
    executor: createWasmExecutor({ mode: own, threadCount, ...machine }),
    facts: { mode: own, threads: threadCount },
  };
}

/** `before`: how many a run in fast mode began with, whose bits it goes on with. */
function countThreads(wanted: number | undefined, machine: Host | undefined, before = Infinity): number {
  const most = machine?.threads?.most;
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= (most ?? Infinity)))
    throw new NeumannError('threads', threadsText(wanted, most));
  return most === undefined ? 1 : (wanted ?? Math.min(before, most));
}

/** What is said of a number of threads that can't be. */
function threadsText(wanted: number, most = 1): string {
  const range = most === 1 ? '1' : `a whole number from 1 to ${most}`;
  return `threads is ${wanted}; it must be ${range}: this machine runs ${most} at once.`;
}

function otherMode(mode: Mode): NeumannError {
  const text = `The run began in ${mode} mode and goes on in it; ask for no other, or train anew.`;
  return new NeumannError('mode', text);
}
