import { NeumannError } from '../../../errors.ts';
import type { Layout, Program } from '../../graph/program.ts';
import type { Slot } from '../../graph/tensor.ts';
import { verifyProgram } from '../../graph/verifyProgram.ts';
import type { Blas } from '../blas.ts';
import type { Session, View } from '../executor.ts';
import type { Threads } from '../threads.ts';
import { compilePlan, type Stage } from './kernels/compilePlan.ts';
import { type Addresses, addressOfBuffer, type Target } from './kernels/context.ts';
import { bytesOf, type GatherCall, type Plan, type ScatterAddCall } from './plan/plan.ts';
import { planProgram } from './plan/planProgram.ts';
import { printPlan } from './plan/printPlan.ts';
import { libraryProducts } from './libraryProducts.ts';
import { SessionMemory } from './sessionMemory.ts';
import type { ProgramMessage, ThreadStage } from './threads/messages.ts';
import { type Work, workOf } from './threads/stages.ts';
import { Team } from './threads/team.ts';

export interface WasmSessionOptions extends Target {
  readonly reservedBytes: number | undefined;
  readonly blas: () => Blas | undefined;
  readonly host: Threads | undefined;
  /** Told when a program is shared between threads. */
  readonly onShared: () => void;
}

/** A program that is ready to run. */
interface Prepared {
  readonly plan: Plan;
  readonly memory: SessionMemory;
  readonly addresses: Addresses;
  readonly run: Work;
}

export class WasmSession implements Session {
  readonly #layout: Layout;
  readonly #options: WasmSessionOptions;
  readonly #memory: SessionMemory;
  readonly #programs = new Map<string, Prepared>();
  #team: Team | undefined;
  /** How many threads programs are planned for; 1 once there were none to be had. */
  #threads: number;
  #closed = false;

  constructor(layout: Layout, options: WasmSessionOptions) {
    const { shared, threads, reservedBytes = usualReserve(layout, threads) } = options;
    this.#layout = layout;
    this.#options = options;
    this.#threads = threads;
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
    this.#team?.close();
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
    const plan = this.#plan(program, this.#threads);
    if (!this.#memory.hasRoomFor(plan)) return this.#prepareApart(this.#plan(program, 1));
    return this.#compile(isShared(plan) && !this.#hire() ? this.#plan(program, 1) : plan, this.#memory);
  }

  /** Threads are hired for the first program that has some work for them. Whether there are any. */
  #hire(): boolean {
    const { host, threads, patience } = this.#options;
    this.#team ??= Team.hire(host!, threads, this.#memory.memory, patience);
    if (!this.#team) this.#threads = 1;
    return this.#team !== undefined;
  }

  #plan(program: Program, threads: number): Plan {
    const useLibrary = (): boolean => this.#options.blas() !== undefined;
    return planProgram(program, this.#layout, { useLibrary, threads, awake: this.#team !== undefined });
  }

  /** In a memory of its own. */
  #prepareApart(plan: Plan): Prepared {
    const own = new SessionMemory(this.#layout, plan.scratchBytes + plan.literalBytes, this.#options.shared);
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
    const { threads } = this.#options;
    const { bytes, stages } = compilePlan(plan, addresses, this.#options);
    const stagesOf = (part: number): ThreadStage[] =>
      stages.map((stage) => stageOf(stage, plan, addresses, part, threads));
    const module = new WebAssembly.Module(bytes);
    const { exports } = new WebAssembly.Instance(module, { env: { memory: memory.memory } });
    const library = stages.some((stage) => 'library' in stage) ? this.#options.blas() : undefined;
    const own = workOf(stagesOf(0), exports, memory.memory.buffer, library, isShared(plan) ? 0 : undefined);
    const messageFor = (part: number): ProgramMessage => {
      return { type: 'program', module, stages: stagesOf(part), library: library?.key };
    };
    return { plan, memory, addresses, run: isShared(plan) ? this.#share(messageFor, own) : own };
  }

  /** The work together with the other threads. */
  #share(messageFor: (part: number) => ProgramMessage, own: Work): Work {
    this.#options.onShared();
    const team = this.#team!;
    const number = team.add(messageFor);
    return () => team.run(number, own);
  }
}

const isShared = ({ splits }: Plan): boolean => splits.some((split) => split !== undefined);

function stageOf(stage: Stage, plan: Plan, addresses: Addresses, part: number, threads: number): ThreadStage {
  if ('run' in stage) return stage.run;
  return libraryProducts(plan, addresses, stage.library, stage.split, part, threads);
}

/**
 * Room for what programs work with between their slots: enough for any net of usual shape, small enough that opening many nets does not
 * bring the garbage collector in, which counts a memory by its size. A program that needs more gets a memory of its own.
 */
function usualReserve(layout: Layout, threads: number): number {
  const least = threads > 1 ? sharedReserve : 4 * 2 ** 20;
  return layout.reduce((bytes, { dtype, length }) => bytes + 8 * length * bytesOf(dtype), least);
}

/** Threads see the session's memory alone. */
const sharedReserve = 64 * 2 ** 20;

/** Says which index lies outside of its table. What calls before it have assigned stays assigned. */
function refuseIndex({ plan, addresses, memory }: Prepared, at: number): never {
  const { kernel, indices, rows } = plan.calls[at] as GatherCall | ScatterAddCall;
  const start = addressOfBuffer(plan, indices.buffer, addresses) + 4 * indices.offset;
  const index = memory.numbers(start, memory.status())[memory.status() - 1];
  throw new NeumannError('index', `${kernel}: index ${index} lies outside a table of ${rows} rows`);
}
