import type { View } from '../exec/executor.ts';
import type { Attribute, DType, Shape, Slot, Tensor } from '../graph/tensor.ts';

/** The families; a new kind of computation (convolution, recurrence, attention) joins as another one. */
export type OpFamily = 'leaf' | 'elementwise' | 'reduce' | 'contract' | 'move' | 'random';

/** What can be known of a tensor before anything runs. */
export interface TensorType {
  readonly shape: Shape;
  readonly dtype: DType;
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** Shape and dtype of the result; throws a `NeumannError` where the inputs don't fit. */
export type Infer = (inputs: readonly TensorType[], attributes: Attributes) => TensorType;

/**
 * Builds the gradient of the loss by each input of `node` from its gradient by `node` itself (`output`); `undefined`
 * stands for an input that none flows to (an index, a condition). Instead of a function:
 * - `'zero'`: the derivative is zero wherever it exists (sign, floor, comparisons), which gradient checks confirm;
 * - `'notDifferentiable'`: nothing flows back, and that is not a derivative (integers come in or go out; stopGradient).
 */
export type Gradient =
  ((node: Tensor, output: Tensor) => readonly (Tensor | undefined)[]) | 'zero' | 'notDifferentiable';

/** Computes one node into `output`, which is allocated once and holds whatever the last run left there. */
export type Kernel = (inputs: readonly View[], output: View) => void;

/** What a kernel may see besides its inputs. */
export interface Memory {
  view(slot: Slot): View;
}

/** Numbers for one input of a sample. */
export interface SampleInput extends TensorType {
  readonly values: readonly number[];
}

/** A small case of an operation, for the checks that every executor must pass and for gradient checks. */
export interface Sample {
  readonly name: string;
  readonly inputs: readonly SampleInput[];
  build(...inputs: Tensor[]): Tensor;
}

/** Everything there is to know of one primitive operation. Shared code asks for these properties, never for names. */
export interface OpDefinition {
  readonly family: OpFamily;
  readonly infer: Infer;
  readonly gradient: Gradient;
  /** The meaning in float64, for the reference executor: prepares once for a node (strides, index maps). */
  readonly kernel: (node: Tensor, memory: Memory) => Kernel;
  /**
   * Whether float32 has one right answer: the float64 one, rounded once (arithmetic, roots, comparisons, moves). Where it
   * hasn't (exp, sums) executors may differ in the last places.
   */
  readonly exact: boolean;
  /** Cases within the smooth part of the domain: no kinks, no ties. */
  readonly samples: readonly Sample[];
  /** The memory that the operation reads, if it does. */
  readonly reads?: (node: Tensor) => Slot;
  /** A simpler tensor with exactly the same bits in every executor, if there is one. */
  readonly simplify?: (node: Tensor) => Tensor | undefined;
}

/** An elementwise operation: inputs and result have one shape; `meaning` is applied to each element. */
export interface ElementwiseDefinition extends OpDefinition {
  readonly family: 'elementwise';
  readonly arity: 1 | 2 | 3;
  readonly meaning: (...operands: number[]) => number;
  /** The same for i32, which wraps to 32 bits: another function where float64 would lose low bits. */
  readonly integerMeaning: (...operands: number[]) => number;
  /** Up to which size of operand a float32 executor owes an accurate result, where that isn't everywhere (angles). */
  readonly accurateWithin?: number;
}

/** Keeps the precise type of a record while checking it. */
export function defineOp<Definition extends OpDefinition>(definition: Definition): Definition {
  return definition;
}
