import {
  createReferenceExecutor,
  createWasmExecutor,
  type Executor,
  type WasmOptions,
} from '../tensor/index.ts';

/** Every executor there is, each anew: contracts, conformance and golden runs go over all of them. */
export function allExecutors(options?: WasmOptions): Executor[] {
  return [createReferenceExecutor(), createWasmExecutor(options)];
}

/** Little memory, for cases that are small and many: opening a session takes longer the more it reserves. */
export const smallSessions: WasmOptions = { reservedBytes: 2 ** 24 };
