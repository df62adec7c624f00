import type { Shape } from '../../tensor/index.ts';
import type { Scalar } from './scalar.ts';

/**
 * A trained net as a list of operations on rows: what layers mean once training is over. Every export prints this list, so a
 * layer that is made of these operations is exported everywhere; an operation that is new needs a line in each export.
 */
export interface Network {
  /** In an order in which each only needs those before it. */
  readonly steps: readonly NetworkStep[];
  /** The raw output of each target, by its name. */
  readonly outputs: Readonly<Record<string, NetworkValue>>;
  /** What the operations read, in the order they do. */
  readonly tensors: readonly NetworkTensor[];
}

export interface NetworkStep {
  readonly operation: NetworkOperation;
  readonly output: NetworkValue;
}

/** A row of numbers on its way through the net. */
export interface NetworkValue {
  /** Path of the layer that gives it, unique: `residual1.dense1`. */
  readonly name: string;
  readonly width: number;
}

/** Weights or statistics, by their name in the model file. */
export interface NetworkTensor {
  readonly name: string;
  readonly shape: Shape;
}

export type NetworkOperation =
  /** The features of a row, as the preparation gives them. */
  | { readonly kind: 'features' }
  /** The row of `table` ([size, dimension]) that the code at place `column` of the row's codes names. */
  | { readonly kind: 'embedding'; readonly column: number; readonly table: NetworkTensor }
  | { readonly kind: 'concatenate'; readonly inputs: readonly NetworkValue[] }
  /** x W + b, W of [in, out]. */
  | {
      readonly kind: 'dense';
      readonly input: NetworkValue;
      readonly weight: NetworkTensor;
      readonly bias: NetworkTensor | null;
    }
  /** A function of each number alone. */
  | { readonly kind: 'elementwise'; readonly input: NetworkValue; readonly activation: ScalarActivation }
  | { readonly kind: 'softmax' | 'logSoftmax'; readonly input: NetworkValue }
  /** (x - mean) / sqrt(variance + epsilon), number by number, then the affine part. */
  | {
      readonly kind: 'batchNorm';
      readonly input: NetworkValue;
      readonly mean: NetworkTensor;
      readonly variance: NetworkTensor;
      readonly epsilon: number;
      readonly affine: Affine | null;
    }
  /** The same with mean and variance of each of so many equal parts of the row itself; layer norm has one part. */
  | {
      readonly kind: 'groupNorm';
      readonly input: NetworkValue;
      readonly groups: number;
      readonly epsilon: number;
      readonly affine: Affine | null;
    }
  /** x > 0 ? x : slope x; one slope, or one for each number. */
  | { readonly kind: 'prelu'; readonly input: NetworkValue; readonly slope: NetworkTensor }
  | { readonly kind: 'add'; readonly inputs: readonly [NetworkValue, NetworkValue] };

export type OperationKind = NetworkOperation['kind'];
export type OperationOf<Kind extends OperationKind> = Extract<NetworkOperation, { readonly kind: Kind }>;

/** y weight + bias, number by number. */
export interface Affine {
  readonly weight: NetworkTensor;
  readonly bias: NetworkTensor;
}

export interface ScalarActivation {
  /** Its name in the recipe. */
  readonly name: string;
  /** Whether it is one of Neumann's: a name may also be a person's own. */
  readonly isBuiltIn: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly formula: Scalar;
}
