/**
 * A symbolic tensor: one node of an immutable graph. There is no builder object and no global state: a graph is what
 * can be reached from its outputs, and nodes are numbered, when printed, by their topological order.
 */

/** Element types. Conditions are f32 tensors of 0 and 1. */
export type DType = 'f32' | 'i32' | 'u8';

/** Sizes of the axes, outermost first; `[]` is a scalar. Always concrete: another batch size is another trace. */
export type Shape = readonly number[];

export type Attribute = number | string | boolean | readonly number[] | Float64Array | Slot;

export interface Tensor {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly shape: Shape;
  readonly dtype: DType;
  /** A name for people (printing, `keep`, naming where a number stopped being finite). It never changes a result. */
  readonly label?: string;
}

/** A contiguous run of numbers that outlives a step: parameters, gradients, one optimizer state, inputs, scalars... */
export interface Block {
  readonly name: string;
  readonly dtype: DType;
  /** Number of elements. */
  readonly length: number;
}

/**
 * A named window on a block. Two slots may overlap (a flat view of all decayed parameters and each parameter's own
 * slot; the input of a full batch and of a short one); executors must respect that.
 */
export interface Slot {
  readonly block: string;
  readonly offset: number;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly name: string;
}

/** Number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}
