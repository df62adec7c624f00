import { type Block, type DType, type Shape, sizeOf, type Slot } from '../../tensor/index.ts';

/** A block that grows slot by slot. */
export class BlockBuilder {
  readonly name: string;
  readonly dtype: DType;
  #length = 0;

  constructor(name: string, dtype: DType = 'f32') {
    this.name = name;
    this.dtype = dtype;
  }

  /** A slot behind all others. */
  add(name: string, shape: Shape = []): Slot {
    const slot = { block: this.name, offset: this.#length, shape, dtype: this.dtype, name };
    this.#length += sizeOf(shape);
    return slot;
  }

  get length(): number {
    return this.#length;
  }

  get block(): Block {
    return { name: this.name, dtype: this.dtype, length: this.#length };
  }

  /** All of it, flat. */
  get whole(): Slot {
    return { block: this.name, offset: 0, shape: [this.#length], dtype: this.dtype, name: this.name };
  }
}
