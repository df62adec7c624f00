import { NeumannError } from '../../../errors.ts';
import type { Layout } from '../../graph/program.ts';
import { type DType, type Slot, sizeOf } from '../../graph/tensor.ts';
import type { View } from '../executor.ts';
import type { Addresses } from './kernels/context.ts';
import { bytesOf, type Plan } from './plan/plan.ts';
import { aligned } from './plan/placeBuffers.ts';

const pageBytes = 65536;
const mostBytes = 2 ** 32 - pageBytes;
/** The first bytes of memory: where a run leaves what it has to say. */
const statusBytes = 64;
/** Room beside the blocks, where nothing else is asked for and the system grants it; and what it would be no use going below. */
const usualRoom = 256 * 2 ** 20;
const leastRoom = 8 * 2 ** 20;

/**
 * The one memory of a session: the status, the blocks, then room that all programs share. Temporaries begin right after the
 * blocks, since only one program runs at a time; numbers written into programs stay, and fill the memory from its end. It never
 * grows, for growing would detach the views that were handed out.
 */
export class SessionMemory {
  readonly memory: WebAssembly.Memory;
  readonly #blocks = new Map<string, { address: number; dtype: DType; length: number }>();
  readonly #scratch: number;
  #literals: number;

  /** `reservedBytes`: room beside the blocks; as much as can be had, up to the usual, if left out. */
  constructor(layout: Layout, reservedBytes: number | undefined, shared: boolean) {
    let end = statusBytes;
    for (const { name, dtype, length } of layout) {
      this.#blocks.set(name, { address: end, dtype, length });
      end += aligned(length * bytesOf(dtype));
    }
    this.#scratch = end;
    this.memory = allocate(end, reservedBytes, shared);
    this.#literals = this.memory.buffer.byteLength;
  }

  /** Finds room for what a plan needs, and writes its numbers there. */
  prepare(plan: Plan): Addresses {
    const literal = this.#literals - plan.literalBytes;
    if (this.#scratch + plan.scratchBytes > literal) refuse(plan, this.#literals - this.#scratch);
    this.#literals = literal;
    for (const { area, offset, dtype, length, values } of plan.buffers)
      if (area === 'literal' && values) this.#window(dtype, literal + offset, length).set(values);
    return { block: (name) => this.#block(name).address, scratch: this.#scratch, literal };
  }

  view(slot: Slot): View {
    const { address, dtype } = this.#block(slot.block);
    return this.#window(dtype, address + slot.offset * bytesOf(dtype), sizeOf(slot.shape));
  }

  /** The number that the last run left. */
  status(): number {
    return new Int32Array(this.memory.buffer, 0, 1)[0];
  }

  numbers(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }

  #block(name: string): { address: number; dtype: DType; length: number } {
    const block = this.#blocks.get(name);
    if (block) return block;
    throw new NeumannError('slot', `there is no block '${name}' in the layout of this session`);
  }

  #window(dtype: DType, address: number, length: number): View {
    const { buffer } = this.memory;
    if (dtype === 'f32') return new Float32Array(buffer, address, length);
    return dtype === 'i32'
      ? new Int32Array(buffer, address, length)
      : new Uint8Array(buffer, address, length);
  }
}

function allocate(blockBytes: number, reserved: number | undefined, shared: boolean): WebAssembly.Memory {
  let room = reserved ?? usualRoom + 4 * blockBytes;
  for (;;) {
    const pages = Math.ceil(Math.max(blockBytes, Math.min(blockBytes + room, mostBytes)) / pageBytes);
    try {
      return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
    } catch (cause) {
      if (reserved !== undefined || room < leastRoom) throw tooLarge(pages, cause);
      room /= 2;
    }
  }
}

function tooLarge(pages: number, cause: unknown): NeumannError {
  const size = megabytes(pages * pageBytes);
  const message = `a memory of ${size} MB can't be had here; use smaller batches or a smaller model`;
  return new NeumannError('memory', message, { cause });
}

function refuse(plan: Plan, room: number): never {
  const needed = megabytes(plan.scratchBytes + plan.literalBytes);
  throw new NeumannError(
    'memory',
    `${plan.name} needs ${needed} MB for what it computes on the way, but ${megabytes(room)} MB are reserved; use smaller batches, or raise 'reservedBytes'`,
  );
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
