import type { DType } from '../../../graph/tensor.ts';
import type { FunctionHandle, ModuleBuilder } from '../emit/index.ts';
import type { BufferId, Plan } from '../plan/plan.ts';
import { type AddFunction, vectorFunctions } from './functions/index.ts';

/** Where things begin in the session's memory, in bytes. */
export interface Addresses {
  readonly block: (name: string) => number;
  readonly scratch: number;
  readonly literal: number;
}

/** What kernels are written for. */
export interface Target {
  /** Whether the memory is shared. */
  readonly shared: boolean;
  /** Whether products may use instructions that multiply and add in one: faster, with other bits. */
  readonly relaxed: boolean;
  /** How many threads run the kernels together: those that are split take their number, from 0. */
  readonly threads: number;
  /** Milliseconds that they wait for one another. */
  readonly patience: number;
}

/** What every kernel of a module shares: addresses and functions. */
export class KernelContext {
  readonly module: ModuleBuilder;
  readonly target: Target;
  readonly #plan: Plan;
  readonly #addresses: Addresses;
  readonly #functions = new Map<string, FunctionHandle<'v128'>>();

  constructor(module: ModuleBuilder, plan: Plan, addresses: Addresses, target: Target) {
    this.module = module;
    this.target = target;
    this.#plan = plan;
    this.#addresses = addresses;
  }

  address(buffer: BufferId): number {
    return addressOfBuffer(this.#plan, buffer, this.#addresses);
  }

  dtype(buffer: BufferId): DType {
    return this.#plan.buffers[buffer].dtype;
  }

  /** A function on vectors, added to the module when it is first needed. */
  function(name: string, add: AddFunction = vectorFunctions[name]): FunctionHandle<'v128'> {
    const known = this.#functions.get(name);
    if (known) return known;
    const added = add(this.module);
    this.#functions.set(name, added);
    return added;
  }
}

export function addressOfBuffer(plan: Plan, buffer: BufferId, addresses: Addresses): number {
  const { area, block, offset } = plan.buffers[buffer];
  const start = area === 'block' ? addresses.block(block as string) : addresses[area];
  return start + offset;
}
