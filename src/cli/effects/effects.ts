import type { Files } from './files.ts';

/** Everything a command does to the world outside, so that tests can give it another world. */
export interface Effects {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly folder: string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Does something again and again, between steps of the work; gives what ends it. */
  every(milliseconds: number, action: () => void): () => void;
  /** Ctrl-C and the like, from now on; gives what ends it. */
  onSignal(listener: (signal: Signal) => void): () => void;
  /** Shows an address to the person, where there is a browser. */
  openBrowser(address: string): Promise<void>;
}

export interface Output {
  write(text: string): void;
  /** When everything is written. Throws a NeumannError where it could not be (a full disk). */
  flush(): Promise<void>;
  /** Nobody reads any more: `| head` has seen enough. */
  readonly closed: boolean;
  readonly isTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
}

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** What a command ended by a signal exits with. */
export const signalExitCodes: Readonly<Record<Signal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
