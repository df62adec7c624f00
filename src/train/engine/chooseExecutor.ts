import { NeumannError } from '../../errors.ts';
import { createWasmExecutor, type Executor, type Host, type Mode } from '../../tensor/index.ts';
import { chooseMode, type ModeChoice } from './chooseMode.ts';

/** How a person wants a run to be computed. It decides about its speed and its last bits, and is no part of its recipe. */
export interface EngineOptions {
  /** `auto` when left out: `exact` for all but large nets. A run that is resumed goes on in the mode it began with. */
  readonly mode?: ModeChoice;
  /** What the machine has for fast mode. On Node the front door gives it. */
  readonly host?: () => Promise<Host>;
}

/** What a run began with, kept in its checkpoints. */
export interface EngineFacts {
  readonly mode: Mode;
}

/** The executor for a run whose steps take so many operations; `began`: what it began with, if it goes on. */
export async function chooseExecutor(
  { mode = 'auto', host }: EngineOptions,
  operations: number,
  began: EngineFacts | undefined,
): Promise<Executor> {
  const chosen = chooseMode(mode, operations);
  if (began && mode !== 'auto' && mode !== began.mode) throw otherMode(began.mode);
  const own = began?.mode ?? chosen;
  return createWasmExecutor({ mode: own, ...(own === 'fast' && (await host?.())) });
}

function otherMode(mode: Mode): NeumannError {
  const text = `The run began in ${mode} mode and goes on in it; ask for no other, or train anew.`;
  return new NeumannError('mode', text);
}
