import { NeumannError } from '../errors.ts';
import { createReferenceExecutor, createWasmExecutor, type Executor } from '../tensor/index.ts';

export type ExecutorName = Executor['name'];

const makers: Readonly<Record<string, () => Executor>> = {
  wasm: createWasmExecutor,
  reference: createReferenceExecutor,
};

/** The executor of that name, one's own as it is, or the usual one. */
export function executorNamed(executor: ExecutorName | Executor = 'wasm'): Executor {
  if (typeof executor !== 'string') return executor;
  const make = Object.hasOwn(makers, executor) ? makers[executor] : undefined;
  if (make) return make();
  throw new NeumannError(
    'executor',
    `There is no executor "${executor}"; there are ${Object.keys(makers).join(' and ')}.`,
  );
}
