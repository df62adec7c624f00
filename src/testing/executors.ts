import { createReferenceExecutor, createWasmExecutor, type Executor } from '../tensor/index.ts';

/** Every executor there is, each anew: contracts, conformance and golden runs go over all of them. */
export function allExecutors(): Executor[] {
  return [createReferenceExecutor(), createWasmExecutor()];
}
