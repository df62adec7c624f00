import type { Sgemm } from '../../blas.ts';

/** What a thread is told while it listens. */
export type ThreadMessage =
  /** To belong to a session. */
  | { readonly type: 'open'; readonly memory: WebAssembly.Memory; readonly part: number }
  /** To know one more program; they are numbered from 0 as they come. */
  | ProgramMessage
  /** To go to work: from here on it takes commands through shared memory, until it is told to listen again. */
  | { readonly type: 'work' }
  /** To let go of the session, which is closed. */
  | { readonly type: 'forget' };

export interface ProgramMessage {
  readonly type: 'program';
  readonly module: WebAssembly.Module;
  readonly stages: readonly ThreadStage[];
  /** The key by which the thread opens the BLAS, where the program uses it. */
  readonly library?: unknown;
}

/** The name of an exported function, or a thread's own part of a library's call. */
export type ThreadStage = string | readonly Sgemm[];
