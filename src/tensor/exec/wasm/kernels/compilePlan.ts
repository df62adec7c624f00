import { call as callOf, type FunctionHandle, i32, invoke, ModuleBuilder } from '../emit/index.ts';
import type { Call, Plan } from '../plan/plan.ts';
import { type Addresses, KernelContext, type Target } from './context.ts';
import { writeCopy } from './copy.ts';
import { writeGather, writeScatterAdd } from './indexed.ts';
import { writeNest } from './nest.ts';
import { writeProduct } from './product.ts';

/**
 * A plan as one WebAssembly module: a function for each kernel, and `run`, which calls them in the plan's order. `run` gives 0;
 * or, where a call met an index outside of its table, the number of the call (from 1), and writes that of the index (from 1) to
 * address 0.
 */
export function compilePlan(plan: Plan, addresses: Addresses, target: Target): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: target.shared });
  const context = new KernelContext(module, plan, addresses, target);
  const kernels = plan.calls.map((call) => writeKernel(context, call));
  const run = module.function([], 'i32', (f) => {
    const status = f.local('i32');
    kernels.forEach((kernel, at) => {
      if (kernel.result === undefined) return f.do(invoke(kernel));
      f.set(status, callOf(kernel as FunctionHandle<'i32'>));
      f.if(status, () => {
        f.do(i32.store(i32.const(0), status));
        f.return(i32.const(at + 1));
      });
    });
    return i32.const(0);
  });
  module.export('run', run);
  return module.bytes();
}

function writeKernel(context: KernelContext, call: Call): FunctionHandle {
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
