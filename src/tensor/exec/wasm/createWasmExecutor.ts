import { NeumannError } from '../../../errors.ts';
import type { Layout, Program } from '../../graph/program.ts';
import { verifyProgram } from '../../graph/verifyProgram.ts';
import type { Executor, Mode, Session } from '../executor.ts';
import { compilePlan } from './kernels/compilePlan.ts';
import { type Addresses, addressOfBuffer, type Target } from './kernels/context.ts';
import { bytesOf, type GatherCall, type Plan, type ScatterAddCall } from './plan/plan.ts';
import { planProgram } from './plan/planProgram.ts';
import { printPlan } from './plan/printPlan.ts';
import { hasRelaxedSimd } from './relaxedSimd.ts';
import { SessionMemory } from './sessionMemory.ts';

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
}

/**
 * Float32, four lanes at a time: each program is planned once, compiled to one WebAssembly module, and then only run. The same
 * code in Node, browsers and workers. In exact mode the same bits everywhere: only plain SIMD is used, and sums have a fixed order;
 * in fast mode products use relaxed SIMD where there is any.
 */
export function createWasmExecutor({ mode = 'exact', ...options }: WasmOptions = {}): Executor {
  const relaxed = mode === 'fast' && hasRelaxedSimd();
  const target = { shared: options.shared ?? false, relaxed };
  return {
    name: 'wasm',
    open: (layout) => openSession(layout, target, options.reservedBytes),
    means: () => ({ mode, simd: relaxed ? 'relaxed' : 'plain', blas: null, threads: 1 }),
  };
}

/** A program that is ready to run. */
interface Prepared {
  readonly plan: Plan;
  readonly memory: SessionMemory;
  readonly addresses: Addresses;
  readonly run: () => number;
}

function openSession(layout: Layout, target: Target, reservedBytes = usualReserve(layout)): Session {
  const memory = new SessionMemory(layout, reservedBytes, target.shared);
  const programs = new Map<string, Prepared>();
  let closed = false;
  const whileOpen = (): void => {
    if (closed) throw new Error('this session is closed');
  };
  const find = (name: string): Prepared => {
    whileOpen();
    const found = programs.get(name);
    if (!found) throw new Error(`no program '${name}' was added to this session`);
    return found;
  };
  return {
    add(program) {
      whileOpen();
      if (programs.has(program.name)) throw new Error(`a program '${program.name}' was added before`);
      programs.set(program.name, prepare(program, layout, memory, target));
    },
    run(name) {
      const prepared = find(name);
      const failed = prepared.run();
      if (failed !== 0) refuseIndex(prepared, failed - 1);
    },
    view(slot) {
      whileOpen();
      return memory.view(slot);
    },
    describe: (name) => printPlan(find(name).plan),
    close() {
      closed = true;
      programs.clear();
    },
  };
}

/**
 * Room for what programs work with between their slots: enough for any net of usual shape, small enough that opening many nets does not
 * bring the garbage collector in, which counts a memory by its size. A program that needs more gets a memory of its own.
 */
function usualReserve(layout: Layout): number {
  return layout.reduce((bytes, { dtype, length }) => bytes + 8 * length * bytesOf(dtype), 4 * 2 ** 20);
}

function prepare(program: Program, layout: Layout, memory: SessionMemory, target: Target): Prepared {
  verifyProgram(program, layout);
  const plan = planProgram(program, layout);
  if (memory.hasRoomFor(plan)) return compile(plan, memory, target);
  const own = new SessionMemory(layout, plan.scratchBytes + plan.literalBytes, target.shared);
  const prepared = compile(plan, own, target);
  const run = (): number => {
    own.copyBlocks(memory);
    const failed = prepared.run();
    memory.copyBlocks(own);
    return failed;
  };
  return { ...prepared, run };
}

function compile(plan: Plan, memory: SessionMemory, target: Target): Prepared {
  const addresses = memory.prepare(plan);
  const module = new WebAssembly.Module(compilePlan(plan, addresses, target));
  const instance = new WebAssembly.Instance(module, { env: { memory: memory.memory } });
  return { plan, memory, addresses, run: instance.exports.run as () => number };
}

/** Says which index lies outside of its table. What calls before it have assigned stays assigned. */
function refuseIndex({ plan, addresses, memory }: Prepared, at: number): never {
  const { kernel, indices, rows } = plan.calls[at] as GatherCall | ScatterAddCall;
  const start = addressOfBuffer(plan, indices.buffer, addresses) + 4 * indices.offset;
  const index = memory.numbers(start, memory.status())[memory.status() - 1];
  throw new NeumannError('index', `${kernel}: index ${index} lies outside a table of ${rows} rows`);
}
