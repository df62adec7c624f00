import type { FunctionHandle } from '../emit/index.ts';
import { ModuleBuilder } from '../emit/index.ts';
import type { Call, LibraryCall, Plan, Split } from '../plan/plan.ts';
import { waitsOf } from '../plan/waits.ts';
import { type Addresses, KernelContext, type Target } from './context.ts';
import { writeCopy } from './copy.ts';
import { writeGather, writeScatterAdd } from './indexed.ts';
import { writeNest } from './nest.ts';
import { writeProduct } from './product.ts';
import { type Item, RunWriter } from './runWriter.ts';

/** A plan as one WebAssembly module, and what is to be done in turn. */
export interface CompiledPlan {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stages: readonly Stage[];
  /** Whether other threads have a part in it. */
  readonly isShared: boolean;
}

/** An exported function, or a library's call with how threads share it. */
export type Stage =
  { readonly run: string } | { readonly library: LibraryCall; readonly split: Split | undefined };

/**
 * A function for each kernel; and for each run of kernels between a library's calls one that calls them in the plan's order. Those take
 * the number of the thread, from 0, where there are several: then all threads call all stages. They give 0; or, where a call met an index
 * outside of its table, the number of the call (from 1), and write that of the index (from 1) to address 0; or -1, where another
 * thread failed.
 */
export function compilePlan(plan: Plan, addresses: Addresses, target: Target): CompiledPlan {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: target.shared });
  const isShared = plan.splits.some((split) => split !== undefined);
  const context = new KernelContext(module, plan, addresses, target);
  const stages: Stage[] = [];
  const runs = new RunWriter(module, isShared ? target.threads : 1, target.patience);
  let waiting: Item[] = [];
  const endRun = (): void => {
    if (waiting.length === 0) return;
    stages.push({ run: runs.write(`run${stages.length}`, waiting) });
    waiting = [];
  };
  for (const item of withBarriers(plan)) {
    if (item === 'barrier') {
      waiting.push(item);
      continue;
    }
    const { call, number, split } = item;
    if (call.kernel !== 'library') {
      waiting.push({ kernel: writeKernel(context, call, split), number, isSplit: split !== undefined });
      continue;
    }
    endRun();
    stages.push({ library: call, split });
  }
  if (stages.length === 0 && waiting.length === 0) waiting.push('nothing');
  endRun();
  return { bytes: module.bytes(), stages, isShared };
}

interface NumberedCall {
  readonly call: Call;
  readonly number: number;
  readonly split: Split | undefined;
}

/** Threads wait for one another before a call where they must, and after the last one. */
function withBarriers(plan: Plan): (NumberedCall | 'barrier')[] {
  const waits = waitsOf(plan);
  const items = plan.calls.flatMap((call, at): (NumberedCall | 'barrier')[] => {
    const numbered = { call, number: at + 1, split: plan.splits[at] };
    return waits[at] ? ['barrier', numbered] : [numbered];
  });
  return waits[plan.calls.length] ? [...items, 'barrier'] : items;
}

function writeKernel(
  context: KernelContext,
  call: Exclude<Call, LibraryCall>,
  split: Split | undefined,
): FunctionHandle {
  switch (call.kernel) {
    case 'nest':
      return writeNest(context, call, split);
    case 'product':
      return writeProduct(context, call, split);
    case 'gather':
      return writeGather(context, call);
    case 'scatterAdd':
      return writeScatterAdd(context, call);
    case 'copy':
      return writeCopy(context, call);
  }
}
