/**
 * What a layer, an activation, a loss, an optimizer, a penalty, a schedule, an initializer and a metric is.
 * Each kind of thing is a record made by one `define...` function; each folder's `index.ts` is the only list of them.
 * Recipe schema, command-line help, docs and tests are derived from these records.
 */
import type { z } from 'zod';
import type { Shape, Tensor } from '../tensor/index.ts';

/** What every named thing tells a person. */
export interface Described<Options> {
  /** As it stands in a recipe: camelCase, the field's standard term in full. */
  readonly name: string;
  /** One sentence: what it does and when to use it. */
  readonly summary: string;
  /** The formula, as text a student can read. */
  readonly formula?: string;
  /** Options with defaults, ranges and a `.describe()` sentence each (usual range included). Always a z.strictObject. */
  readonly options: z.ZodType<Options>;
}

// ---- modules -------------------------------------------------------------------------------------------------------

export type Mode = 'train' | 'evaluate';

export interface ParameterDeclaration {
  /** Name of an initializer with its options, e.g. `{ name: 'kaimingUniform' }`, or a constant. */
  readonly initial: InitializerChoice;
  /** Whether decay and penalties apply: true for weight matrices, false for biases and norm scales. */
  readonly decay: boolean;
  /** fan-in/fan-out where they can't be read off the shape. */
  readonly fan?: { readonly in: number; readonly out: number };
}

/** How a layer meets the world while it is being traced. Names are scoped: `dense1` + `weight` gives `dense1.weight`. */
export interface TraceContext {
  readonly mode: Mode;
  parameter(name: string, shape: Shape, declaration: ParameterDeclaration): Tensor;
  /** A statistic that is part of best weights and checkpoints, but not trained (batch norm's running mean). */
  buffer(name: string, shape: Shape, initial: number): Tensor;
  /** The buffer's value after this step (only in train mode). */
  updateBuffer(name: string, value: Tensor): void;
  /** Uniform numbers in [0, 1), new in every step, keyed by seed and this scope's name. */
  uniform(name: string, shape: Shape): Tensor;
  scope<T>(name: string, body: (context: TraceContext) => T): T;
}

export interface LayerDefinition<Options> extends Described<Options> {
  /** `input` is [batch, ...]; integer inputs (embedding) have dtype i32. */
  apply(context: TraceContext, input: Tensor, options: Options): Tensor;
}

/** Weight matrices are [in, out] and `dense` computes `x W + b` (PyTorch stores [out, in]; conformance transposes). */
export interface ActivationDefinition<Options> extends Described<Options> {
  apply(input: Tensor, options: Options): Tensor;
  /** Where the output lies, for targets scaled to it: tanh [-1, 1], sigmoid [0, 1]. */
  readonly range?: readonly [number, number];
}

// ---- initializers --------------------------------------------------------------------------------------------------

export interface InitializerChoice {
  readonly name: string;
  readonly [option: string]: unknown;
}
export interface InitializerDefinition<Options> extends Described<Options> {
  /** `uniform(i)` and `normal(i)` give the i-th number of this parameter's own Philox stream (float64). */
  fill(values: Float64Array, shape: Shape, fan: { in: number; out: number }, options: Options, random: RandomStream): void;
}
export interface RandomStream {
  uniform(index: number): number;
  normal(index: number): number;
}

// ---- losses --------------------------------------------------------------------------------------------------------

export type TargetKind = 'number' | 'classes' | 'binary' | 'probabilities' | 'signs';

export interface LossDefinition<Options> extends Described<Options> {
  /** What it expects as target: f32 [n, outputs] for number/binary/probabilities/signs, i32 [n] for classes. */
  readonly target: TargetKind;
  /** The loss of every element ([n, outputs]) or row ([n]); from logits where the field's loss is on probabilities. */
  each(prediction: Tensor, target: Tensor, options: Options): Tensor;
  /**
   * By what the sum over elements is divided for `mean` when it isn't the number of elements, e.g. the sum of the
   * targets' class weights (PyTorch): weight of every row/element, same shape as `each`.
   */
  divisor?(prediction: Tensor, target: Tensor, options: Options): Tensor;
}

// ---- penalties -----------------------------------------------------------------------------------------------------

export interface PenaltyDefinition<Options> extends Described<Options> {
  /** Penalty of one parameter tensor, added to the loss (scalar). */
  value?(parameter: Tensor, options: Options): Tensor;
  /** Applied to each penalised parameter after the optimizer's update (max-norm, proximal L1); `learningRate` in force. */
  project?(parameter: Tensor, options: Options, learningRate: Tensor): Tensor;
}

// ---- optimizers ----------------------------------------------------------------------------------------------------

/** Float64 scalars of one step, computed on the host before it. */
export interface StepScalars {
  /** Number of this update, from 1. */
  readonly step: number;
  /** In force for this update (after the schedule). */
  readonly learningRate: number;
  /** learningRate / base learningRate: the schedule's multiplier (the paper's eta_t in AdamW). */
  readonly scheduleFactor: number;
  /** Momentum in force where a schedule moves it, else undefined. */
  readonly momentum?: number;
}

export interface UpdateTensors<State extends string, Scalars extends string> {
  readonly parameter: Tensor;
  readonly gradient: Tensor;
  readonly state: Readonly<Record<State, Tensor>>;
  readonly scalar: Readonly<Record<Scalars, Tensor>>;
}

/** An optimizer given as a formula: traced over flat blocks, fused to one pass. */
export interface UpdateOptimizer<Options, State extends string = string, Scalars extends string = string>
  extends Described<Options> {
  readonly kind: 'update';
  readonly defaultLearningRate: number;
  /** State blocks, the same length as the parameters, with their initial value. */
  state(options: Options): Readonly<Record<State, number>>;
  /**
   * Scalars the formula needs, in float64. `memory` is the optimizer's own record of numbers, kept from step to step and
   * saved in checkpoints (NAdam's running product).
   */
  scalars(options: Options, step: StepScalars, memory: Record<string, number>): Readonly<Record<Scalars, number>>;
  /** `decayed` is false for the ranges that weight decay must leave alone. Shapes are [length of the range]. */
  update(
    tensors: UpdateTensors<State, Scalars>,
    options: Options,
    decayed: boolean,
  ): { readonly parameter: Tensor; readonly state: Readonly<Record<State, Tensor>> };
}

/** Vectors over the whole parameter block, as the executor stores them, with float64 scalars. */
export interface MinimizerProblem {
  readonly length: number;
  /** Live parameters and the gradient of the last `evaluate`. */
  readonly parameters: Float64Array | Float32Array;
  readonly gradient: Float64Array | Float32Array;
  /** Loss at the present parameters; fills `gradient`. Deterministic: dropout off within one step. */
  evaluate(): number;
}

/** An optimizer given as a program that evaluates one batch several times: L-BFGS. */
export interface MinimizerOptimizer<Options> extends Described<Options> {
  readonly kind: 'minimizer';
  readonly defaultLearningRate: number;
  /** A stepper whose state survives from step to step; `save`/`restore` for checkpoints (plain arrays and numbers). */
  start(options: Options, length: number): Minimizer;
}
export interface Minimizer {
  /** One step; returns the loss before it and how many evaluations it took. */
  step(problem: MinimizerProblem, scalars: StepScalars): { loss: number; evaluations: number };
  save(): { numbers: Record<string, number>; arrays: Record<string, Float64Array> };
  restore(saved: { numbers: Record<string, number>; arrays: Record<string, Float64Array> }): void;
}

// ---- schedules -----------------------------------------------------------------------------------------------------

export interface ScheduleContext {
  readonly baseLearningRate: number;
  readonly baseMomentum?: number;
  /** Number of times the scheduler has been stepped: epochs or steps, by `unit`. */
  readonly count: number;
  /** Planned total, where it is known (one-cycle, cosine, warm-up). */
  readonly total: number;
  /** For plateau: monitored values so far, one for each count. */
  readonly history: readonly number[];
}
export interface ScheduleDefinition<Options> extends Described<Options> {
  readonly unit: 'epoch' | 'step';
  /** A pure function of the context, so that a resumed run continues exactly. */
  at(options: Options, context: ScheduleContext): { learningRate: number; momentum?: number };
}

// ---- metrics -------------------------------------------------------------------------------------------------------

export interface MetricDefinition {
  readonly name: string;
  readonly summary: string;
  readonly task: 'classification' | 'regression';
  /** Which way is better; never guessed from the name. */
  readonly better: 'higher' | 'lower';
  /** float64. Classification: labels and row-major probabilities [n, classes]; regression: truth and prediction. */
  compute(input: MetricInput): number;
}
export type MetricInput =
  | { readonly task: 'classification'; readonly truth: Int32Array; readonly probabilities: Float64Array; readonly classes: number; readonly weights?: Float64Array }
  | { readonly task: 'regression'; readonly truth: Float64Array; readonly prediction: Float64Array; readonly weights?: Float64Array };
