import { type Block, type DType, type Slot, sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { slotAttribute, valuesAttribute } from '../../../ops/attributes.ts';
import type { BufferId } from './plan.ts';

/** A buffer before it has a place. */
export interface DraftBuffer {
  readonly name: string;
  readonly dtype: DType;
  readonly length: number;
  /** `tensor`: written by one call or more and read by others; `temporary`: used within one call. */
  readonly kind: 'block' | 'literal' | 'tensor' | 'temporary';
  readonly values?: Float64Array;
}

/** Everything in memory that the calls of a plan name. */
export class BufferTable {
  readonly list: DraftBuffer[] = [];
  readonly #blocks = new Map<string, BufferId>();
  readonly #tensors = new Map<Tensor, BufferId>();
  readonly #layout: readonly Block[];

  constructor(layout: readonly Block[]) {
    this.#layout = layout;
  }

  block(name: string): BufferId {
    const known = this.#blocks.get(name);
    if (known !== undefined) return known;
    const block = this.#layout.find((candidate) => candidate.name === name) as Block;
    const id = this.#add({ name, dtype: block.dtype, length: block.length, kind: 'block' });
    this.#blocks.set(name, id);
    return id;
  }

  /** Where a tensor lies: a slot's window on its block, a literal's numbers, or a place of its own. */
  window(node: Tensor): { buffer: BufferId; offset: number } {
    if (node.op !== 'read') return { buffer: this.tensor(node), offset: 0 };
    const slot: Slot = slotAttribute(node.attributes, 'slot');
    return { buffer: this.block(slot.block), offset: slot.offset };
  }

  tensor(node: Tensor): BufferId {
    const known = this.#tensors.get(node);
    if (known !== undefined) return known;
    const name = node.label ?? `${node.op}${this.#tensors.size}`;
    const common = { name, dtype: node.dtype, length: sizeOf(node.shape) };
    const id =
      node.op === 'literal'
        ? this.#add({ ...common, kind: 'literal', values: valuesAttribute(node.attributes, 'values') })
        : this.#add({ ...common, kind: 'tensor' });
    this.#tensors.set(node, id);
    return id;
  }

  temporary(name: string, length: number): BufferId {
    return this.#add({ name, dtype: 'f32', length, kind: 'temporary' });
  }

  #add(buffer: DraftBuffer): BufferId {
    return this.list.push(buffer) - 1;
  }
}
