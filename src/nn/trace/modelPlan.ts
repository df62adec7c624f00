import type { Layout, Slot, Tensor } from '../../tensor/index.ts';
import type {
  Choice,
  Link,
  LossDefinition,
  ParameterDeclaration,
  PenaltyDefinition,
  TargetKind,
  UpdateOptimizer,
} from '../define.ts';
import type { Library } from './library.ts';
import type { ModelSpec } from './modelSpec.ts';

/** All that has to be known to lay out the memory of a training run. */
export interface ModelSettings {
  readonly model: ModelSpec;
  /** Most rows of one program: larger batches go slice by slice. */
  readonly rows: number;
  /** Empty for a model that only predicts. */
  readonly losses?: readonly LossSetting[];
  readonly penalties?: readonly PenaltySetting[];
  /** State blocks and scalars are laid out for it. None for a model that only predicts, and for minimizers. */
  readonly optimizer?: OptimizerSetting;
  readonly clip?: ClipSetting;
  /** Whether a running average of the parameters is kept beside them (`averageProgram`). */
  readonly averaged?: boolean;
  /** Whether weight decay and penalties act on biases and norm scales too. */
  readonly decayBiases?: boolean;
  /** The layers, activations, losses and initializers to choose from; all of Neumann's when left out. */
  readonly library?: Library;
}

export interface LossSetting extends Choice {
  /** Name of the output it judges. */
  readonly output: string;
  /** Its share of the total; 1 when left out. Not the weight of a row. */
  readonly weight?: number;
  /** Whether the weight of each row is read from a slot; false: every row counts 1. */
  readonly weighted?: boolean;
}

export interface PenaltySetting {
  readonly definition: PenaltyDefinition<unknown>;
  readonly options: unknown;
}

export interface OptimizerSetting {
  readonly definition: UpdateOptimizer<unknown>;
  readonly options: unknown;
}

export interface ClipSetting {
  /** Gradients longer than this, over all parameters together, are scaled down to it (PyTorch's clip_grad_norm_). */
  readonly norm?: number | null;
  /** Each element is held within [-value, value], after the norm's clipping. */
  readonly value?: number | null;
}

/** Where everything of a model lives. Plain data: made once, then only read. */
export interface ModelPlan {
  readonly settings: ModelSettings;
  readonly library: Library;
  /** What an executor opens. Every program of this plan runs over these blocks, whatever its number of rows. */
  readonly layout: Layout;
  /** In the order of the `parameters` block: first those that decay, then the others. */
  readonly parameters: readonly ParameterPlan[];
  /** Total number of parameters, and how many of them, from the first on, decay. */
  readonly parameterCount: number;
  readonly decayedCount: number;
  /** Ranges of the `parameters` block the optimizer runs over. */
  readonly ranges: readonly ParameterRange[];
  readonly buffers: readonly BufferPlan[];
  readonly outputs: readonly OutputPlan[];
  readonly losses: readonly LossPlan[];
  /** Multiplications and additions of the products that a prediction takes for each row. */
  readonly operationsPerRow: number;
  /** Slots whose size has nothing to do with the number of rows. */
  readonly slots: PlanSlots;
  /** Slots of a batch of so many rows: windows on the same blocks for every number up to `settings.rows`. */
  batch(rows: number): BatchSlots;
}

export interface ParameterPlan extends ParameterDeclaration {
  readonly name: string;
  /** fan-in and fan-out, read off the shape where the declaration does not tell. */
  readonly fan: { readonly in: number; readonly out: number };
  /** Windows on the `parameters` and the `gradients` block, of the parameter's own shape. */
  readonly slot: Slot;
  readonly gradient: Slot;
}

export interface ParameterRange {
  readonly offset: number;
  readonly length: number;
  readonly decayed: boolean;
}

export interface BufferPlan {
  readonly name: string;
  readonly slot: Slot;
  readonly initial: number;
}

export interface OutputPlan {
  readonly name: string;
  readonly units: number;
  /** What its losses expect as target; undefined where it has none. */
  readonly target?: { readonly kind: TargetKind; readonly width: number };
  /** From the raw prediction to a value on the target's scale, as its first loss has it (`applyLink`). */
  readonly link: Link;
}

export interface LossPlan {
  /** Position in `settings.losses`. */
  readonly index: number;
  /** `output.name`, for people and events. */
  readonly label: string;
  readonly output: string;
  readonly weight: number;
  readonly weighted: boolean;
  readonly definition: LossDefinition<unknown>;
  readonly options: unknown;
  /** What one row of weight 1 adds to the divisor of `mean`: the number of elements of a row, or 1. */
  readonly elementsPerRow: number;
}

export interface PlanSlots {
  /** The whole `parameters`, `gradients` and `buffers` block, flat: one copy keeps the best, one set restores it. */
  readonly parameters: Slot;
  readonly gradients: Slot;
  readonly buffers: Slot;
  /** Optimizer state by name: flat, as long as `parameters`, each with the value it starts from. */
  readonly state: Readonly<Record<string, { readonly slot: Slot; readonly initial: number }>>;
  /** Scalars of the optimizer by name (`UpdateOptimizer.scalars`), shape []: written before each `update`. */
  readonly scalars: Readonly<Record<string, Slot>>;
  /** Learning rate in force, for `project`. */
  readonly learningRate: Slot;
  /** Where `settings.averaged`: the running average, as long as `parameters`, and the share of the newest values in it. */
  readonly average?: { readonly slot: Slot; readonly rate: Slot };
  /** i32 [4]: seed's lower word, its upper word, step, slice. Written before each program that runs in train mode. */
  readonly key: Slot;
  /**
   * For each loss, 1 / (its `elementsPerRow` x the sum over the batch, all slices together, of what rows count): a row's weight, times
   * its class's `rowWeight` where the definition has one, 0 where its target is missing. 0 where nothing counts.
   */
  readonly normalisers: readonly Slot[];
  /** Out: each loss's value (normalised, without its `weight`), the penalties' sum, and weighted losses + penalties. */
  readonly lossParts: readonly Slot[];
  readonly penalty: Slot;
  readonly total: Slot;
  /** Out of `check`: a finite number if, and only if, the total and all gradients are finite (and not absurdly large). */
  readonly check: Slot;
  /** Out of `update` when clipping by norm: length of the whole gradient before clipping. */
  readonly gradientNorm: Slot;
  /** Out of `shares`: for each loss, the squared length of the gradient of weight x loss. */
  readonly shares: readonly Slot[];
}

/** Slots of a batch; undefined members have no elements or no use in this plan. */
export interface BatchSlots {
  readonly rows: number;
  /** f32 [rows, width]. */
  readonly features?: Slot;
  /** i32 [rows, embeddings]. */
  readonly codes?: Slot;
  /** By output's name: i32 [rows] for classes, else f32 [rows, width]. */
  readonly targets: Readonly<Record<string, Slot>>;
  /** For each loss: f32 [rows], or undefined where `weighted` is false. */
  readonly rowWeights: readonly (Slot | undefined)[];
  /** Out, by output's name: f32 [rows, units], the raw output (logits). */
  readonly predictions: Readonly<Record<string, Slot>>;
  /** Out, for each loss: f32 [rows], the row's own loss (mean over its elements; not weighted). */
  readonly rowLosses: readonly Slot[];
}

/** What tracing the model over a batch gives. */
export interface ForwardTrace {
  /** The raw output of each head, by its name. */
  readonly outputs: Readonly<Record<string, Tensor>>;
  /** The nodes that read the parameters, by name: what gradients are taken by. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /** The buffers' values after the step, by name; empty in evaluate mode. */
  readonly buffers: ReadonlyMap<string, Tensor>;
}
