import { createReferenceExecutor, createWasmExecutor, type Executor } from '../tensor/index.ts';

/** Enough for every case, and quick to open a thousand times. */
const reservedBytes = 2 ** 26;

/** Every executor there is, each anew: contracts, conformance and golden runs go over all of them. */
export function allExecutors(): Executor[] {
  return [createReferenceExecutor(), createWasmExecutor({ reservedBytes })];
}
