/**
 * What the page and a lane's worker say to each other. A lane is one run: its table, its recipe, its net. The worker trains; the page only
 * asks and is told. All numbers of a lane are in flat typed arrays with plain JSON that says where what lies.
 */
import type { DataSettings, Pace, RecipeEdits } from '../state/scenario.ts';

/** Everything a lane's run depends on. */
export interface LaneJob {
  readonly data: DataSettings;
  readonly defaults: number;
  /** What differs from the base recipe of these defaults; for lane B, A's edits with B's on top. */
  readonly recipe: RecipeEdits;
}

// ---- page to worker --------------------------------------------------------------------------------------------------

export type Request =
  /** Makes the table, plans the net, draws the start. Answered by `opened`, with the first frame, or by `refused`. Training starts by `play`. */
  | {
      readonly type: 'open';
      readonly id: number;
      readonly job: LaneJob;
      /** What the first frame should hold. */
      readonly wants: Wants;
    }
  | { readonly type: 'play'; readonly pace: Pace }
  | { readonly type: 'pause' }
  | { readonly type: 'advance'; readonly steps?: number; readonly epochs?: number }
  /** Back to the same start, to the bit. */
  | { readonly type: 'rewind' }
  /** Shows the weights of an epoch kept in the history; training itself stays where it is. */
  | { readonly type: 'look'; readonly epoch: number | 'now' | 'best' }
  /** A weight or bias set by hand: an edit of the net as it is now; the run is then no longer a pure function of its recipe, and says so. */
  | { readonly type: 'setParameter'; readonly index: number; readonly value: number }
  /** Takes the last one back, to the bit, unless it has been trained since. */
  | { readonly type: 'undoParameter' }
  /** One frame, please: sent at every animation frame on which the page is ready to draw; while it trains, answered once there is something new to see. */
  | {
      readonly type: 'frame';
      readonly id: number;
      readonly wants: Wants;
      /** A step to train to first, for lanes that are led side by side. */
      readonly to?: number;
      /** Arrays of a frame that is no longer shown: the worker writes the next ones into them. */
      readonly spent: readonly Float32Array<ArrayBuffer>[];
    }
  /** A question with an answer of its own: see worker/queries/index.ts. */
  | { readonly type: 'query'; readonly id: number; readonly name: string; readonly input: unknown };

/** What a frame should hold; whatever is left out costs nothing. */
export interface Wants {
  /** Points along one side of every surface; 0 for none. */
  readonly grid: number;
  /** Every neuron's surface, not the outputs' alone. */
  readonly neurons: boolean;
  readonly parameters: boolean;
  /** The distribution of each layer's activations and gradients. */
  readonly distributions: boolean;
  /** How full and how saturated the first layer's neurons are. */
  readonly saturation: boolean;
}

// ---- worker to page --------------------------------------------------------------------------------------------------

export type Reply =
  | { readonly type: 'opened'; readonly id: number; readonly opened: Opened; readonly frame: Frame }
  | { readonly type: 'refused'; readonly id: number; readonly problem: Problem }
  | { readonly type: 'frame'; readonly id: number; readonly frame: Frame }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  /** Of a query that takes a while: the share of its work that is done. */
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  /** Of a query; without an id of a command or a frame, after which nothing trains and no frame is on its way. */
  | { readonly type: 'failed'; readonly id: number | null; readonly problem: Problem };

/** What a person can mend, in a sentence; `code` chooses the dictionary's words where it has some. */
export interface Problem {
  readonly code: string;
  readonly text: string;
}

export type PartName = 'train' | 'validation' | 'test';

export interface Opened {
  /** Every choice, `auto` written out: a ResolvedRecipe. */
  readonly recipe: Readonly<Record<string, unknown>>;
  readonly task: 'classification' | 'regression';
  /** Names of the classes; empty for a regression. */
  readonly classes: readonly string[];
  readonly parameters: number;
  readonly stepsPerEpoch: number;
  readonly rows: Readonly<Record<PartName, number>>;
  readonly points: Points;
  /** The stretch of the raw plane that surfaces cover; row 0 of a surface is the top (largest y), a value stands for the middle of its cell. */
  readonly bounds: Bounds;
  readonly network: NetworkShape;
  readonly inputs: readonly InputScaling[];
  /** Metrics of `Curve.scores`, the loss first. */
  readonly metrics: readonly string[];
  readonly warnings: readonly Problem[];
}

export interface Bounds {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** All rows of the table, by row number. */
export interface Points {
  /** Raw coordinates, as in the table. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Class number, or value. */
  readonly target: Float32Array;
  /** 0 train, 1 validation, 2 test. */
  readonly part: Uint8Array;
}

/** What the fitted scaler does to an input: prepared = (raw - center) / scale, where it is of that form (null where it is not). */
export interface InputScaling {
  readonly name: string;
  readonly scaler: string;
  readonly center: number | null;
  readonly scale: number | null;
}

/** The net as it is drawn: a column of inputs, then each layer that has neurons, the output last. */
export interface NetworkShape {
  readonly layers: readonly LayerShape[];
  /** Neurons in all layers together, inputs included: surfaces come in this order, layer by layer. */
  readonly neurons: number;
}

export interface LayerShape {
  readonly kind: 'input' | 'hidden' | 'output';
  /** Scope of its parameters: `dense1`; the target's name for the output. */
  readonly label: string;
  readonly units: number;
  /** Names shown at inputs and outputs (features, classes); empty otherwise. */
  readonly names: readonly string[];
  readonly activation: string | null;
  readonly normalisation: string | null;
  readonly dropout: number;
  /** Where its weights [units of the layer before, units] and biases [units] lie in `Frame.parameters`. */
  readonly weights: { readonly offset: number } | null;
  readonly biases: { readonly offset: number } | null;
  /** Index of its first neuron among all. */
  readonly firstNeuron: number;
}

export type StopReason = 'patience' | 'epochs' | 'minutes' | 'notFinite' | 'interrupted' | 'converged';

/** Its arrays are good until the frame after it has come: who needs them for longer copies them. */
export interface Frame {
  /** Raised by `open` and `rewind`: a frame of another generation begins with all of its run's epochs. */
  readonly generation: number;
  readonly playing: boolean;
  readonly epoch: number;
  readonly step: number;
  /** Steps a second by the clock, over the last while of playing; 0 before there is one. */
  readonly stepsPerSecond: number;
  /** The epoch whose weights the pictures show: the present one, or the one looked at. */
  readonly shownEpoch: number;
  readonly best: { readonly epoch: number; readonly value: number } | null;
  readonly stopped: {
    readonly reason: StopReason;
    readonly text: string;
    readonly restoredEpoch: number;
  } | null;
  /** A weight was set by hand since the start. */
  readonly edited: boolean;
  /** One was set since the last step, and can be taken back. */
  readonly undoable: boolean;
  /** Epochs since the last frame, in order. */
  readonly epochs: readonly EpochRow[];
  /** Scores of epochs whose net was changed by hand since the last frame: each is the net that such an epoch is from now on. */
  readonly rescored: readonly EpochRow[];
  /** Epochs that can be looked at. */
  readonly history: readonly number[];
  /** [neurons (or outputs alone)][grid][grid]: values after the activation; for outputs probabilities, or numbers in the target's unit. */
  readonly surfaces: Float32Array<ArrayBuffer> | null;
  readonly grid: number;
  readonly parameters: Float32Array<ArrayBuffer> | null;
  readonly distributions: readonly LayerDistribution[] | null;
  readonly saturation: readonly NeuronSaturation[] | null;
  /** The last step's batch, null before the first. */
  readonly batch: LastBatch | null;
  /** Said by the run since the last frame. */
  readonly warnings: readonly Problem[];
}

/** One epoch's numbers. `scores` by part in the order of `Opened.metrics`; NaN where there is none. */
export interface EpochRow {
  readonly epoch: number;
  readonly step: number;
  readonly learningRate: number;
  readonly train: readonly number[];
  readonly validation: readonly number[] | null;
  readonly test: readonly number[] | null;
  readonly trainLossWhileLearning: number;
  readonly penalty: number;
  /** Weights that are exactly 0. */
  readonly zeros: number;
  readonly losses: readonly {
    readonly name: string;
    readonly value: number;
    readonly gradientShare: number;
  }[];
}

export interface LayerDistribution {
  readonly label: string;
  readonly activations: Histogram;
  readonly gradients: Histogram;
  readonly weights: Histogram;
}
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** A first-layer neuron over the training rows: share where it is dead (ReLU's zero) or saturated (tanh, sigmoid near their ends). */
export interface NeuronSaturation {
  readonly saturated: number;
  readonly dead: number;
}

export interface LastBatch {
  /** Row numbers of the table, in the order shown to the net, and each row's loss. */
  readonly rows: Int32Array;
  readonly losses: Float32Array;
  /** For each neuron (inputs and outputs too), the share of the batch's rows in which it was switched off; null without dropout. */
  readonly dropped: Float32Array | null;
}
