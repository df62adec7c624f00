import type { BlasAnswer } from './blas.ts';
import type { Threads } from './threads.ts';

/** What a machine offers the engine beside WebAssembly. Given from outside: the engine itself is the same in Node and browsers. */
export interface Host {
  /** Its library of matrix products. */
  readonly blas?: () => BlasAnswer;
  readonly threads?: Threads;
}
