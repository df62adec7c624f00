import {
  call as callOf,
  type FunctionBuilder,
  type FunctionHandle,
  i32,
  invoke,
  type ModuleBuilder,
} from '../emit/index.ts';
import { addBarrier } from '../threads/barrier.ts';

/** What a run does: a kernel (its call's number in the plan counts from 1), or a wait of all threads for one another. */
export type Item = KernelItem | 'barrier' | 'nothing';

interface KernelItem {
  readonly kernel: FunctionHandle;
  readonly number: number;
  /** Whether each thread does its part of it, rather than the first one all. */
  readonly isSplit: boolean;
}

/** Writes the functions that call kernels in turn. */
export class RunWriter {
  readonly #module: ModuleBuilder;
  readonly #threads: number;
  readonly #patience: number;
  #barrier: FunctionHandle<'i32'> | undefined;

  constructor(module: ModuleBuilder, threads: number, patience: number) {
    this.#module = module;
    this.#threads = threads;
    this.#patience = patience;
  }

  /** Adds and exports a run; gives its name. */
  write(name: string, items: readonly Item[]): string {
    const shared = this.#threads > 1;
    if (items.includes('barrier')) this.#barrier ??= addBarrier(this.#module, this.#threads, this.#patience);
    const barrier = this.#barrier;
    const run = this.#module.function(shared ? ['i32'] : [], 'i32', (f) => {
      for (const [at, item] of items.entries()) {
        if (item === 'nothing') continue;
        if (item === 'barrier') f.if(callOf(barrier!), () => f.return(i32.const(-1)));
        else if (item.isSplit) f.do(invoke(item.kernel, f.parameter(0, 'i32')));
        else if (!shared) writeCall(f, item);
        else if (!isAlone(items[at - 1]))
          f.if(i32.eqz(f.parameter(0, 'i32')), () => writeAlone(f, items, at));
      }
      return i32.const(0);
    });
    this.#module.export(name, run);
    return name;
  }
}

const isAlone = (item: Item | undefined): item is KernelItem => typeof item === 'object' && !item.isSplit;

/** This kernel and those after it that one thread does as well. */
function writeAlone(f: FunctionBuilder, items: readonly Item[], from: number): void {
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (!isAlone(item)) break;
    writeCall(f, item);
  }
}

/** A kernel that met an index outside of its table ends the run. */
function writeCall(f: FunctionBuilder, { kernel, number }: KernelItem): void {
  if (kernel.result === undefined) return f.do(invoke(kernel));
  const status = f.let(callOf(kernel as FunctionHandle<'i32'>));
  f.if(status, () => {
    f.do(i32.store(i32.const(0), status));
    f.return(i32.const(number));
  });
}
