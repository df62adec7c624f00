import type { BlasAnswer } from '../blas.ts';
import type { Executor, Mode } from '../executor.ts';
import type { Threads } from '../threads.ts';
import { hasRelaxedSimd } from './relaxedSimd.ts';
import { usualPatience } from './threads/controls.ts';
import { WasmSession } from './wasmSession.ts';

export interface WasmOptions {
  /** `exact` when left out. */
  readonly mode?: Mode;
  /**
   * Bytes set aside for temporaries when a session opens: 4 MiB and eight times what the blocks take, unless said. Real memory
   * goes only to what is touched. A program that needs more has a memory of its own, and copies the blocks there and back.
   */
  readonly reservedBytes?: number;
  /** Puts everything into shared memory, which other threads can see. The same bits. */
  readonly shared?: boolean;
  /** In fast mode, what gives the machine's BLAS; asked when there is a product large enough for it. */
  readonly blas?: () => BlasAnswer;
  /** The machine's threads, and how many to use for work that is long enough to be shared: 1 when left out. */
  readonly threads?: Threads;
  readonly threadCount?: number;
  /** Milliseconds after which a thread that does not do its part is taken for dead; half a minute when left out. */
  readonly patience?: number;
}

/**
 * Float32, four lanes at a time: each program is planned once, compiled to one WebAssembly module, and then only run. The same
 * code in Node, browsers and workers. In exact mode the same bits everywhere: only plain SIMD is used, and sums have a fixed order,
 * whatever the number of threads; in fast mode products use relaxed SIMD and the machine's BLAS where there are any.
 */
export function createWasmExecutor(options: WasmOptions = {}): Executor {
  const { mode = 'exact', reservedBytes, shared = false, threadCount = 1 } = options;
  const relaxed = mode === 'fast' && hasRelaxedSimd();
  const library = mode === 'fast' && options.blas ? once(options.blas) : undefined;
  const threads = options.threads ? threadCount : 1;
  let used = 1;
  const session = {
    shared: shared || threads > 1,
    relaxed,
    reservedBytes,
    blas: () => library?.get().blas,
    threads,
    patience: options.patience ?? usualPatience,
    host: options.threads,
    onShared: () => void (used = threads),
  };
  return {
    name: 'wasm',
    open: (layout) => new WasmSession(layout, session),
    means() {
      const { blas, warning } = library?.known() ?? {};
      const simd = relaxed ? 'relaxed' : 'plain';
      return { mode, simd, blas: blas?.name ?? null, threads: used, warning };
    },
  };
}

/** Asks once, and not before it is needed. */
function once<T>(ask: () => T): { get: () => T; known: () => T | undefined } {
  let answer: { value: T } | undefined;
  return { get: () => (answer ??= { value: ask() }).value, known: () => answer?.value };
}
