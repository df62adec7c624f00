import type { Layout, Program } from '../graph/program.ts';
import type { Slot } from '../graph/tensor.ts';

export type View = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Runs programs over one set of blocks. It knows nothing of models, losses or training. */
export interface Session {
  /** Adds (plans, compiles) a program; its name must be new. Programs may be added at any time, blocks are never moved. */
  add(program: Program): void;
  /** Runs a program. Synchronous; allocates nothing. */
  run(name: string): void;
  /** A live window on a slot: writing it feeds the next run, reading it sees the last one. Get it once and keep it. */
  view(slot: Slot): View;
  /** The program as this executor runs it, for people: the graph (reference) or the plan (wasm). */
  describe(name: string): string;
  /** Lets go of memory; every later call throws. */
  close(): void;
}

/**
 * `exact`: the same bits on every machine, whatever the number of threads. `fast`: all that this machine has; the same bits again
 * on it with the same number of threads.
 */
export type Mode = 'exact' | 'fast';

/** What an executor computes with. */
export interface Means {
  readonly mode: Mode;
  /** Instructions on four lanes: `relaxed` ones multiply and add in one. */
  readonly simd: 'plain' | 'relaxed' | 'none';
  /** The library that takes large products, by name and version; null where none does. */
  readonly blas: string | null;
  readonly threads: number;
  /** What a person should know of it: a library that could not be used. */
  readonly warning?: string;
}

/**
 * `reference`: float64, interprets the unfused graph, the specification. `wasm`: float32, SIMD, planned.
 * Opening may be asynchronous because of compilation elsewhere; both of ours are synchronous.
 */
export interface Executor {
  readonly name: 'reference' | 'wasm';
  open(layout: Layout): Session;
  /** What its sessions have used so far. */
  means?(): Means;
}
