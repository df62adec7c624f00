import type { BlasAnswer } from '../blas.ts';
import type { Executor, Mode } from '../executor.ts';
import { hasRelaxedSimd } from './relaxedSimd.ts';
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
}

/**
 * Float32, four lanes at a time: each program is planned once, compiled to one WebAssembly module, and then only run. The same
 * code in Node, browsers and workers. In exact mode the same bits everywhere: only plain SIMD is used, and sums have a fixed order;
 * in fast mode products use relaxed SIMD and the machine's BLAS where there are any.
 */
export function createWasmExecutor(options: WasmOptions = {}): Executor {
  const { mode = 'exact', reservedBytes, shared = false } = options;
  const relaxed = mode === 'fast' && hasRelaxedSimd();
  const library = mode === 'fast' && options.blas ? once(options.blas) : undefined;
  const blas = () => library?.get().blas;
  return {
    name: 'wasm',
    open: (layout) => new WasmSession(layout, { shared, relaxed, reservedBytes, blas }),
    means() {
      const { blas: used, warning } = library?.known() ?? {};
      const simd = relaxed ? 'relaxed' : 'plain';
      return { mode, simd, blas: used?.name ?? null, threads: 1, warning };
    },
  };
}

/** Asks once, and not before it is needed. */
function once<T>(ask: () => T): { get: () => T; known: () => T | undefined } {
  let answer: { value: T } | undefined;
  return { get: () => (answer ??= { value: ask() }).value, known: () => answer?.value };
}
