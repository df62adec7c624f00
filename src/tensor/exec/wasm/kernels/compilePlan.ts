import { call as callOf, type FunctionHandle, i32, invoke, ModuleBuilder } from '../emit/index.ts';
import type { Call, LibraryCall, Plan } from '../plan/plan.ts';
import { type Addresses, KernelContext, type Target } from './context.ts';
import { writeCopy } from './copy.ts';
import { writeGather, writeScatterAdd } from './indexed.ts';
import { writeNest } from './nest.ts';
import { writeProduct } from './product.ts';

/** A plan as one WebAssembly module and what is to be done in turn: exported functions by their names, and a library's calls. */
export interface CompiledPlan {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stages: readonly (string | LibraryCall)[];
}

/**
 * A function for each kernel, and one for each run of kernels between a library's calls, which calls them in the plan's order. It gives
 * 0; or, where a call met an index outside of its table, the number of the call (from 1), and writes that of the index (from 1) to
 * address 0.
 */
export function compilePlan(plan: Plan, addresses: Addresses, target: Target): CompiledPlan {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: target.shared });
  const context = new KernelContext(module, plan, addresses, target);
  const stages: (string | LibraryCall)[] = [];
  let waiting: Numbered[] = [];
  const exportRun = (): void => {
    if (waiting.length > 0 || stages.length === 0)
      stages.push(writeRun(module, `run${stages.length}`, waiting));
    waiting = [];
  };
  plan.calls.forEach((call, at) => {
    if (call.kernel !== 'library')
      return waiting.push({ kernel: writeKernel(context, call), number: at + 1 });
    if (waiting.length > 0) exportRun();
    return stages.push(call);
  });
  exportRun();
  return { bytes: module.bytes(), stages };
}

/** A kernel and the number of its call in the plan. */
interface Numbered {
  readonly kernel: FunctionHandle;
  readonly number: number;
}

function writeRun(module: ModuleBuilder, name: string, kernels: readonly Numbered[]): string {
  const run = module.function([], 'i32', (f) => {
    const status = f.local('i32');
    for (const { kernel, number } of kernels) {
      if (kernel.result === undefined) f.do(invoke(kernel));
      else {
        f.set(status, callOf(kernel as FunctionHandle<'i32'>));
        f.if(status, () => {
          f.do(i32.store(i32.const(0), status));
          f.return(i32.const(number));
        });
      }
    }
    return i32.const(0);
  });
  module.export(name, run);
  return name;
}

function writeKernel(context: KernelContext, call: Exclude<Call, LibraryCall>): FunctionHandle {
  switch (call.kernel) {
    case 'nest':
      return writeNest(context, call);
    case 'product':
      return writeProduct(context, call);
    case 'gather':
      return writeGather(context, call);
    case 'scatterAdd':
      return writeScatterAdd(context, call);
    case 'copy':
      return writeCopy(context, call);
  }
}
