import { NeumannError } from '../../../errors.ts';
import type { Layout } from '../../graph/program.ts';
import { type DType, type Slot, sizeOf } from '../../graph/tensor.ts';
import type { View } from '../executor.ts';
import type { Addresses } from './kernels/context.ts';
import { bytesOf, type Plan } from './plan/plan.ts';
import { aligned } from './plan/placeBuffers.ts';
import { controlBytes } from './threads/controls.ts';

const pageBytes = 65536;
/** The first bytes of memory: where a run leaves what it has to say, and threads tell one another what to do. */
const statusBytes = controlBytes;

/**
 * A session's memory: the status, the blocks, then room that all programs share. Temporaries begin right after the blocks, since
 * only one program runs at a time; numbers written into programs stay, and fill the memory from its end. It never grows, for
 * growing would detach the views that were handed out.
 */
export class SessionMemory {
  readonly memory: WebAssembly.Memory;
  readonly #blocks = new Map<string, { address: number; dtype: DType; length: number }>();
  readonly #scratch: number;
  #literals: number;

  readonly #blockBytes: Uint8Array;

  /** `room`: bytes beside the blocks. */
  constructor(layout: Layout, room: number, shared: boolean) {
    let end = statusBytes;
    for (const { name, dtype, length } of layout) {
      this.#blocks.set(name, { address: end, dtype, length });
      end += aligned(length * bytesOf(dtype));
    }
    this.#scratch = end;
    this.memory = allocate(Math.ceil((end + room) / pageBytes), shared);
    this.#literals = this.memory.buffer.byteLength;
    this.#blockBytes = new Uint8Array(this.memory.buffer, statusBytes, end - statusBytes);
  }

  hasRoomFor({ scratchBytes, literalBytes }: Plan): boolean {
    return this.#scratch + scratchBytes + literalBytes <= this.#literals;
  }

  /** Gives a plan its places, and writes its numbers there. */
  prepare(plan: Plan): Addresses {
    const literal = this.#literals - plan.literalBytes;
    this.#literals = literal;
    for (const { area, offset, dtype, length, values } of plan.buffers)
      if (area === 'literal' && values) this.#window(dtype, literal + offset, length).set(values);
    return { block: (name) => this.#block(name).address, scratch: this.#scratch, literal };
  }

  view(slot: Slot): View {
    const { address, dtype } = this.#block(slot.block);
    return this.#window(dtype, address + slot.offset * bytesOf(dtype), sizeOf(slot.shape));
  }

  /** Takes over what all blocks hold in the memory of another session with the same layout. */
  copyBlocks(from: SessionMemory): void {
    this.#blockBytes.set(from.#blockBytes);
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

function allocate(pages: number, shared: boolean): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (cause) {
    const size = Math.ceil((pages * pageBytes) / 2 ** 20);
    const message = `a memory of ${size} MB can't be had here; use smaller batches or a smaller model`;
    throw new NeumannError('memory', message, { cause });
  }
}
