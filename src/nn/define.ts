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

/** The argument of a `define...` function: the record with the schema's own type kept, so that options infer from it. */
type WithSchema<Definition, Schema> = Omit<Definition, 'options'> & { readonly options: Schema };

/** A thing chosen by name, with its options beside the name, as it stands in a recipe: `{ "name": "relu" }`. */
export interface Choice {
  readonly name: string;
  readonly [option: string]: unknown;
}

// ---- modules -------------------------------------------------------------------------------------------------------

export type Mode = 'train' | 'evaluate';

export interface ParameterDeclaration {
  /** Name of an initializer with its options, e.g. `{ name: 'kaimingUniform' }`, or a constant. */
  readonly initial: Choice;
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
  /** Applies layers one after another: how a layer made of layers (residual) is composed. */
  sequence(layers: readonly LayerSpec[], input: Tensor): Tensor;
  /** Applies an activation chosen by name. */
  activate(choice: Choice, input: Tensor): Tensor;
}

/** One layer of a model as plain JSON: the layer's name, its options and, if a person gives one, a label. */
export interface LayerSpec extends Choice {
  /** Scope of its parameters, unique among its siblings; `dense1`, `dense2`... when left out. */
  readonly label?: string;
}

export interface LayerDefinition<Options> extends Described<Options> {
  /** `input` is [batch, ...]; integer inputs (embedding) have dtype i32. */
  apply(context: TraceContext, input: Tensor, options: Options): Tensor;
}

/** Weight matrices are [in, out] and `dense` computes `x W + b` (PyTorch stores [out, in]; conformance transposes). */
export interface ActivationDefinition<Options> extends Described<Options> {
  apply(input: Tensor, options: Options): Tensor;
  /** Where the output lies, for targets scaled to it: tanh [-1, 1], sigmoid [0, 1]. */
  range?(options: Options): readonly [low: number, high: number];
  /** Up to the ends of its range, or down to its floor, it does not bend: its slope goes to 0 at once. */
  readonly sharp?: true;
  /** Of a rectifier what it goes to far below 0, where its slope is gone: relu 0, so that a neuron may die there; elu -alpha. */
  floor?(options: Options): number;
}

/** Names a layer; infers the type of its options from their schema. The other `define...` functions do the same. */
export function defineLayer<Schema extends z.ZodType>(
  definition: WithSchema<LayerDefinition<z.output<Schema>>, Schema>,
) {
  return definition as LayerDefinition<z.output<Schema>>;
}
export function defineActivation<Schema extends z.ZodType>(
  definition: WithSchema<ActivationDefinition<z.output<Schema>>, Schema>,
) {
  return definition as ActivationDefinition<z.output<Schema>>;
}

// ---- initializers --------------------------------------------------------------------------------------------------

export interface InitializerDefinition<Options> extends Described<Options> {
  /** `uniform(i)` and `normal(i)` give the i-th number of this parameter's own Philox stream (float64). */
  fill(
    values: Float64Array,
    shape: Shape,
    fan: { in: number; out: number },
    options: Options,
    random: RandomStream,
  ): void;
}
export interface RandomStream {
  /** In [0, 1), 53 bits. */
  uniform(index: number): number;
  /** Mean 0, standard deviation 1. */
  normal(index: number): number;
}

export function defineInitializer<Schema extends z.ZodType>(
  definition: WithSchema<InitializerDefinition<z.output<Schema>>, Schema>,
) {
  return definition as InitializerDefinition<z.output<Schema>>;
}

// ---- losses --------------------------------------------------------------------------------------------------------

export type TargetKind = 'number' | 'classes' | 'binary' | 'probabilities' | 'signs';

/** How a raw output becomes a value on the target's scale: sigmoid for logits of yes/no, softmax for logits of classes. */
export type Link = 'identity' | 'sigmoid' | 'softmax' | 'exp';

export interface LossDefinition<Options> extends Described<Options> {
  /** What it expects as target: f32 [n, width] for number/binary/probabilities/signs, i32 [n] for classes. */
  readonly target: TargetKind;
  /** Whether a numeric target is a count: at least 0, and never scaled. */
  readonly counts?: boolean;
  /** From the raw output to a value on the target's scale. `identity` when left out. */
  link?(options: Options): Link;
  /** Columns of the target for an output of so many units, where that is not the same number (mean and variance: half). */
  targetWidth?(units: number): number;
  /** The loss of every element ([n, width]) or row ([n]); from logits where the field's loss is on probabilities. */
  each(prediction: Tensor, target: Tensor, options: Options): Tensor;
  /** What `mean` divides by: the number of elements of `each` (the default), or the number of rows (KL's `batchmean`). */
  readonly mean?: 'elements' | 'rows';
  /**
   * Classes alone: for how much a row of this class counts in what `mean` divides by, where that isn't 1. PyTorch
   * divides by the sum of the targets' class weights, and leaves ignored rows out.
   */
  rowWeight?(target: number, options: Options): number;
}

export function defineLoss<Schema extends z.ZodType>(
  definition: WithSchema<LossDefinition<z.output<Schema>>, Schema>,
) {
  return definition as LossDefinition<z.output<Schema>>;
}

// ---- penalties -----------------------------------------------------------------------------------------------------

export interface PenaltyDefinition<Options> extends Described<Options> {
  /** Penalty of one parameter tensor, added to the loss (scalar). */
  value?(parameter: Tensor, options: Options): Tensor;
  /** Applied to each penalised parameter after the optimizer's update (max-norm, proximal L1); `learningRate` in force. */
  project?(parameter: Tensor, options: Options, learningRate: Tensor): Tensor;
}

export function definePenalty<Schema extends z.ZodType>(
  definition: WithSchema<PenaltyDefinition<z.output<Schema>>, Schema>,
) {
  return definition as PenaltyDefinition<z.output<Schema>>;
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

/** What every optimizer's options hold besides its own; those with weight decay have `weightDecay` too. */
export interface OptimizerOptions {
  /** Before any schedule. */
  readonly learningRate: number;
}

export interface UpdateTensors {
  readonly parameter: Tensor;
  readonly gradient: Tensor;
  readonly state: Readonly<Record<string, Tensor>>;
  readonly scalar: Readonly<Record<string, Tensor>>;
}

/** Parameter and state after an update; the same states as before it. */
export interface Updated {
  readonly parameter: Tensor;
  readonly state: Readonly<Record<string, Tensor>>;
}

/** An optimizer given as a formula: traced over flat blocks, fused to one pass. */
export interface UpdateOptimizer<Options = OptimizerOptions> extends Described<Options> {
  readonly kind: 'update';
  /** State blocks, the same length as the parameters, with their initial value. */
  state(options: Options): Readonly<Record<string, number>>;
  /**
   * Scalars the formula needs, in float64. `memory` is the optimizer's own record of numbers, kept from step to step and
   * saved in checkpoints (NAdam's running product). The names are the same in every step.
   */
  scalars(
    options: Options,
    step: StepScalars,
    memory: Record<string, number>,
  ): Readonly<Record<string, number>>;
  /** `decayed` is false for the ranges that weight decay must leave alone. Shapes are [length of the range]. */
  update(tensors: UpdateTensors, options: Options, decayed: boolean): Updated;
}

/** All parameters, or something for each of them, as the executor stores them. */
export type Vector = Float64Array | Float32Array;

/** Vectors over the whole parameter block, as the executor stores them, with float64 scalars. */
export interface MinimizerProblem {
  readonly length: number;
  /** Live parameters and the gradient of the last `evaluate`. */
  readonly parameters: Vector;
  readonly gradient: Vector;
  /** Loss at the present parameters; fills `gradient`. Deterministic: dropout off within one step. */
  evaluate(): number;
}

/** An optimizer given as a program that evaluates one batch several times: L-BFGS. */
export interface MinimizerOptimizer<Options = OptimizerOptions> extends Described<Options> {
  readonly kind: 'minimizer';
  /** A stepper whose state survives from step to step; `save`/`restore` for checkpoints (plain arrays and numbers). */
  start(options: Options, length: number): Minimizer;
}
export interface Minimizer {
  /** One step; returns the loss before it and how many evaluations it took. */
  step(problem: MinimizerProblem, scalars: StepScalars): { loss: number; evaluations: number };
  save(): { numbers: Record<string, number>; arrays: Record<string, Float64Array> };
  restore(saved: { numbers: Record<string, number>; arrays: Record<string, Float64Array> }): void;
}

export function defineUpdateOptimizer<Schema extends z.ZodType<OptimizerOptions>>(
  definition: WithSchema<UpdateOptimizer<z.output<Schema>>, Schema>,
) {
  return definition;
}
export function defineMinimizerOptimizer<Schema extends z.ZodType<OptimizerOptions>>(
  definition: WithSchema<MinimizerOptimizer<z.output<Schema>>, Schema>,
) {
  return definition;
}

// ---- schedules -----------------------------------------------------------------------------------------------------

export interface ScheduleContext {
  readonly baseLearningRate: number;
  readonly baseMomentum?: number;
  /** Number of times the scheduler has been stepped: epochs or steps, by the option `unit`. */
  readonly count: number;
  /** Planned total, where it is known (one-cycle, cosine, warm-up). */
  readonly total: number;
  /** For plateau: monitored values so far, one for each count. */
  readonly history: readonly number[];
}
/** What every schedule's options hold besides its own. */
export interface ScheduleOptions {
  /** What `count` counts. */
  readonly unit: 'epoch' | 'step';
  /** Counts over which the rate first climbs, in a straight line, to where the schedule starts. */
  readonly warmUp: number;
  /** Share of that rate the climb starts from. */
  readonly warmUpFactor: number;
}
export interface ScheduleDefinition<
  Options extends ScheduleOptions = ScheduleOptions,
> extends Described<Options> {
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
  /** float64. NaN where these rows do not define it (ROC AUC of one class alone): say so, never show it as a number. */
  compute(input: MetricInput): number;
}
export type MetricInput = ClassificationInput | RegressionInput;

export interface ClassificationInput {
  readonly task: 'classification';
  /** Class of every row, 0 to classes - 1. */
  readonly truth: Int32Array;
  /** Row-major [rows, classes]. */
  readonly probabilities: Float64Array;
  readonly classes: number;
  /** One for each row; all 1 when left out. */
  readonly weights?: Float64Array;
}
export interface RegressionInput {
  readonly task: 'regression';
  /** Row-major [rows, outputs]. */
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
  /** Columns of truth and prediction; 1 when left out. */
  readonly outputs?: number;
  readonly weights?: Float64Array;
}
