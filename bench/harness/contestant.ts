import type { CaseFile } from './caseFile.ts';

/** The kinds of work there are. A contestant's module exports a function of that name for each kind it can do. */
export type Kind = 'train' | 'multiply' | 'predict' | 'read';

/** One library, ready to do one case. */
export interface Runner {
  /** Does so many more steps; returns how many it did where it can't do just any number. */
  run(steps: number): number | void | Promise<number | void>;
  /** What is compared: all weights and biases as they are now, a product, predictions, prepared numbers. */
  numbers(): Float32Array | Promise<Float32Array>;
  /** What it runs on, for the report. */
  about?(): string;
}

/** What a contestant's module exports under the name of a kind. */
export type Open = (file: CaseFile, options: never) => Runner | Promise<Runner>;

/** One who takes part: a library, in one way of using it. Its module is loaded only in the process that runs it. */
export interface Contestant {
  readonly name: string;
  /** In contestants/: a TypeScript or a Python module. */
  readonly module: string;
  readonly kinds: readonly Kind[];
  /** Passed to the module's function. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly ours?: boolean;
  /** npm packages or Python modules without which it can't take part. */
  readonly needs?: readonly string[];
  /** Threads it may use; it is bound to one core where this is 1, which it is unless said. */
  readonly threads?: number;
  /** Environment of its process beside what its threads ask for. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Does not do the work but bounds it (a peak, a parser alone): no numbers to compare. */
  readonly bound?: boolean;
  /** Cases it stays away from, and why. */
  readonly without?: Readonly<Record<string, string>>;
}

export const isPython = ({ module }: Contestant): boolean => module.endsWith('.py');
