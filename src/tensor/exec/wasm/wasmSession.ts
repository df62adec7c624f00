import { NeumannError } from '../../../errors.ts';
import type { Layout, Program } from '../../graph/program.ts';
import type { Slot } from '../../graph/tensor.ts';
import { verifyProgram } from '../../graph/verifyProgram.ts';
import type { Blas } from '../blas.ts';
import type { Session, View } from '../executor.ts';
import { bindLibraryCall } from './bindLibraryCall.ts';
import { compilePlan } from './kernels/compilePlan.ts';
import { type Addresses, addressOfBuffer, type Target } from './kernels/context.ts';
import { bytesOf, type GatherCall, type Plan, type ScatterAddCall } from './plan/plan.ts';
import { planProgram } from './plan/planProgram.ts';
import { printPlan } from './plan/printPlan.ts';
import { SessionMemory } from './sessionMemory.ts';

export interface WasmSessionOptions extends Target {
  readonly reservedBytes: number | undefined;
  readonly blas: () => Blas | undefined;
}

/** Does a part of a program's work: 0, or the number of the call (from 1) that met an index outside of its table. */
type Stage = () => number;

/** A program that is ready to run. */
interface Prepared {
  readonly plan: Plan;
  readonly memory: SessionMemory;
  readonly addresses: Addresses;
  readonly run: Stage;
}

export class WasmSession implements Session {
  readonly #layout: Layout;
  readonly #options: WasmSessionOptions;
  readonly #memory: SessionMemory;
  readonly #programs = new Map<string, Prepared>();
  #closed = false;

  constructor(layout: Layout, options: WasmSessionOptions) {
    const { reservedBytes = usualReserve(layout), shared } = options;
    this.#layout = layout;
    this.#options = options;
    this.#memory = new SessionMemory(layout, reservedBytes, shared);
  }

  add(program: Program): void {
    this.#refuseClosed();
    if (this.#programs.has(program.name)) throw new Error(`a program '${program.name}' was added before`);
    this.#programs.set(program.name, this.#prepare(program));
  }

  run(name: string): void {
    const prepared = this.#find(name);
    const failed = prepared.run();
    if (failed !== 0) refuseIndex(prepared, failed - 1);
  }

  view(slot: Slot): View {
    this.#refuseClosed();
    return this.#memory.view(slot);
  }

  describe(name: string): string {
    return printPlan(this.#find(name).plan);
  }

  close(): void {
    this.#closed = true;
    this.#programs.clear();
  }

  #refuseClosed(): void {
    if (this.#closed) throw new Error('this session is closed');
  }

  #find(name: string): Prepared {
    this.#refuseClosed();
    const found = this.#programs.get(name);
    if (!found) throw new Error(`no program '${name}' was added to this session`);
    return found;
  }

  #prepare(program: Program): Prepared {
    verifyProgram(program, this.#layout);
    const { blas, shared } = this.#options;
    const plan = planProgram(program, this.#layout, { useLibrary: () => blas() !== undefined });
    if (this.#memory.hasRoomFor(plan)) return this.#compile(plan, this.#memory);
    const own = new SessionMemory(this.#layout, plan.scratchBytes + plan.literalBytes, shared);
    const prepared = this.#compile(plan, own);
    const run = (): number => {
      own.copyBlocks(this.#memory);
      const failed = prepared.run();
      this.#memory.copyBlocks(own);
      return failed;
    };
    return { ...prepared, run };
  }

  #compile(plan: Plan, memory: SessionMemory): Prepared {
    const addresses = memory.prepare(plan);
    const { bytes, stages } = compilePlan(plan, addresses, this.#options);
    const module = new WebAssembly.Module(bytes);
    const { exports } = new WebAssembly.Instance(module, { env: { memory: memory.memory } });
    const each = stages.map((stage): Stage => {
      if (typeof stage === 'string') return exports[stage] as Stage;
      return bindLibraryCall(stage, plan, addresses, memory.memory.buffer, this.#options.blas()!);
    });
    return { plan, memory, addresses, run: each.length === 1 ? each[0] : inTurn(each) };
  }
}

function inTurn(stages: readonly Stage[]): Stage {
  return () => {
    for (let at = 0; at < stages.length; at++) {
      const failed = stages[at]();
      if (failed !== 0) return failed;
    }
    return 0;
  };
}

/**
 * Room for what programs work with between their slots: enough for any net of usual shape, small enough that opening many nets does not
 * bring the garbage collector in, which counts a memory by its size. A program that needs more gets a memory of its own.
 */
function usualReserve(layout: Layout): number {
  return layout.reduce((bytes, { dtype, length }) => bytes + 8 * length * bytesOf(dtype), 4 * 2 ** 20);
}

/** Says which index lies outside of its table. What calls before it have assigned stays assigned. */
function refuseIndex({ plan, addresses, memory }: Prepared, at: number): never {
  const { kernel, indices, rows } = plan.calls[at] as GatherCall | ScatterAddCall;
  const start = addressOfBuffer(plan, indices.buffer, addresses) + 4 * indices.offset;
  const index = memory.numbers(start, memory.status())[memory.status() - 1];
  throw new NeumannError('index', `${kernel}: index ${index} lies outside a table of ${rows} rows`);
}
