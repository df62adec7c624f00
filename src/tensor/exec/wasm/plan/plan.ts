import type { DType } from '../../../graph/tensor.ts';
import type { Affine } from './loopSpace.ts';

/** What one program becomes: plain data. Kernels are called in this order; addresses are fixed. */
export interface Plan {
  readonly name: string;
  readonly buffers: readonly Buffer[];
  readonly calls: readonly Call[];
  /** For each call how threads share it; undefined where one does it alone. */
  readonly splits: readonly (Split | undefined)[];
  /** Bytes of temporary memory that a run needs; nothing in it outlives the run. */
  readonly scratchBytes: number;
  /** Bytes of numbers written into the program. */
  readonly literalBytes: number;
}

/**
 * How a call's work is shared between threads: along an axis of a nest that is not reduced, or along rows or columns of C. Never along k
 * or a reduced axis, so that every sum is one thread's, in its one order.
 */
export type Split =
  { readonly by: 'axis'; readonly axis: number } | { readonly by: 'rows' } | { readonly by: 'columns' };

/** Index into the plan's buffers. */
export type BufferId = number;

/** A run of numbers in memory. */
export interface Buffer {
  readonly name: string;
  readonly dtype: DType;
  readonly length: number;
  readonly area: 'block' | 'scratch' | 'literal';
  /** Bytes from the beginning of the block (named so), of the temporary memory or of the literals. */
  readonly offset: number;
  readonly block?: string;
  readonly values?: Float64Array;
}

/** One kernel at work: what is computed, and how. */
export type Call = NestCall | ProductCall | LibraryCall | GatherCall | ScatterAddCall | CopyCall;

/**
 * Loops over an index space that compute expressions and store them, in levels: the reductions of one level are known to
 * the next. Elementwise chains, reductions and whole softmaxes are nests.
 */
export interface NestCall {
  readonly kernel: 'nest';
  readonly axes: readonly NestAxis[];
  /** The axis that the four lanes run along, if any. */
  readonly laneAxis: number | undefined;
  readonly steps: readonly Step[];
  readonly reductions: readonly Reduction[];
  readonly levels: readonly Level[];
}

export interface NestAxis {
  readonly size: number;
  readonly reduced: boolean;
}

/** One pass over the reduced axes (or, without them, over nothing). */
export interface Level {
  /** Stored once for each point of the axes that are not reduced, before the pass. */
  readonly pointStores: readonly Store[];
  /** Indices into the nest's reductions that this pass computes. */
  readonly reductions: readonly number[];
  /** Stored for each element, during the pass. */
  readonly elementStores: readonly Store[];
}

export interface Reduction {
  readonly op: 'sum' | 'max' | 'argmax';
  readonly step: StepId;
  /** For argmax: the index along the reduced axis. */
  readonly position?: StepId;
  readonly dtype: DType;
}

export interface Store {
  readonly step: StepId;
  readonly buffer: BufferId;
  readonly place: Affine;
}

/** A matrix product, C = A B, and what is done with each element of C while it is at hand. Axes: batch, row, column. */
export interface ProductCall {
  readonly kernel: 'product';
  readonly batch: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: MatrixOperand;
  readonly b: MatrixOperand;
  readonly steps: readonly Step[];
  readonly stores: readonly Store[];
  readonly packing: Packing;
}

/** A large product that the machine's BLAS computes: C as it is. What is done with it follows in a nest of its own. */
export interface LibraryCall {
  readonly kernel: 'library';
  readonly batch: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: MatrixOperand;
  readonly b: MatrixOperand;
  /** Row after row. */
  readonly c: MatrixOperand;
}

/** A matrix in memory, with distances in elements: A's minor axis is k and B's major one is. */
export interface MatrixOperand {
  readonly buffer: BufferId;
  readonly offset: number;
  readonly batchStride: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Temporary copies in the order in which the tiles read, where they pay. */
export interface Packing {
  readonly a?: BufferId;
  readonly b?: BufferId;
  /** Where a tile is put down for an epilogue too long to be written out for every vector. */
  readonly tile?: BufferId;
}

/** Rows of a table by indices; all contiguous. `table` and `indices` say where they begin. */
export interface GatherCall {
  readonly kernel: 'gather';
  readonly table: Window;
  readonly indices: Window;
  readonly output: Window;
  readonly rows: number;
  readonly width: number;
  readonly count: number;
}

/** A table of zeros to which updates are added by their indices, in ascending order. */
export interface ScatterAddCall {
  readonly kernel: 'scatterAdd';
  readonly indices: Window;
  readonly updates: Window;
  readonly output: Window;
  readonly rows: number;
  readonly width: number;
  readonly count: number;
}

/** Moves a value that could not be written where it belongs at once, because old contents were still needed. */
export interface CopyCall {
  readonly kernel: 'copy';
  readonly from: Window;
  readonly to: Window;
  readonly length: number;
}

export interface Window {
  readonly buffer: BufferId;
  /** In elements. */
  readonly offset: number;
}

/** Index into a call's steps. */
export type StepId = number;

/** One value of an expression; its inputs are earlier steps. */
export type Step =
  | { readonly kind: 'load'; readonly buffer: BufferId; readonly place: Affine; readonly dtype: DType }
  | { readonly kind: 'constant'; readonly value: number; readonly dtype: DType }
  /** The place itself as a number: 0, 1, 2... */
  | { readonly kind: 'position'; readonly place: Affine; readonly dtype: DType }
  /** Inputs: the four words of the key. */
  | RandomStep
  | ApplyStep
  | { readonly kind: 'result'; readonly reduction: number; readonly dtype: DType }
  /** The element of C. */
  | { readonly kind: 'product'; readonly dtype: DType };

export interface RandomStep {
  readonly kind: 'random';
  readonly place: Affine;
  readonly stream: string;
  readonly inputs: readonly StepId[];
  readonly dtype: DType;
}

export interface ApplyStep {
  readonly kind: 'apply';
  readonly op: string;
  readonly inputs: readonly StepId[];
  readonly dtype: DType;
}

export function inputsOf(step: Step): readonly StepId[] {
  return step.kind === 'apply' || step.kind === 'random' ? step.inputs : [];
}

/** The steps that are read at a place that depends on the loops. */
export function placeOfStep(step: Step): Affine | undefined {
  return step.kind === 'load' || step.kind === 'position' || step.kind === 'random' ? step.place : undefined;
}

export function bytesOf(dtype: DType): number {
  return dtype === 'u8' ? 1 : 4;
}
