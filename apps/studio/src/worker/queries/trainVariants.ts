import { NeumannError } from '../../../../../src/errors.ts';
import type { LiveRun } from '../../../../../src/train/live/index.ts';
import type { RecipeEdits } from '../../state/scenario.ts';
import { partOfDesk, type Desk } from './desk.ts';

export interface VariantsInput {
  /** What each of them does otherwise than the lane's recipe. */
  readonly edits: readonly RecipeEdits[];
  /** Epochs each of them is trained, unless its own stopping ends it before. */
  readonly epochs: number;
  /** Whether the weights at the end are wanted. */
  readonly weights: boolean;
}

/** How one of several runs went. */
export interface Variant {
  /** Why there is nothing to see, in a sentence; null where it ran. */
  readonly problem: string | null;
  /** Loss after each epoch. */
  readonly train: Float32Array;
  readonly validation: Float32Array;
  readonly epochs: number;
  /** With the weights that are kept: of the best epoch where the recipe restores it, else of the last one. */
  readonly kept: {
    readonly epoch: number;
    readonly train: Scores;
    readonly validation: Scores | null;
  } | null;
  readonly layers: readonly LayerWeights[];
  /** Weights that are exactly 0, and all that could be. */
  readonly zeros: number;
  readonly weights: number;
}
export type Scores = Readonly<Record<string, number>>;

/** A layer's weight matrix. */
export interface LayerWeights {
  /** `dense1`, or the output's `output.target`. */
  readonly label: string;
  readonly values: Float32Array;
}

/** Trains several recipes one after another; what one of them refuses does not keep the others from running. */
export async function trainVariants(
  { edits, epochs, weights }: VariantsInput,
  desk: Desk,
): Promise<Variant[]> {
  const variants: Variant[] = [];
  for (const [index, own] of edits.entries()) {
    const part = partOfDesk(desk, index / edits.length, (index + 1) / edits.length);
    variants.push(await trainVariant(own, epochs, weights, part));
  }
  return variants;
}

async function trainVariant(
  edits: RecipeEdits,
  epochs: number,
  weights: boolean,
  desk: Desk,
): Promise<Variant> {
  try {
    const run = await desk.openRun(edits);
    try {
      return { ...NOTHING, ...trainRun(run, epochs, desk), ...(weights && weightsOf(run)) };
    } finally {
      run.close();
    }
  } catch (error) {
    if (!(error instanceof NeumannError)) throw error;
    return { ...NOTHING, problem: error.message };
  }
}

const NOTHING: Variant = {
  problem: null,
  train: new Float32Array(0),
  validation: new Float32Array(0),
  epochs: 0,
  kept: null,
  layers: [],
  zeros: 0,
  weights: 0,
};

/** Epochs between two words on how far it is. */
const PORTION = 10;

function trainRun(run: LiveRun, epochs: number, desk: Desk) {
  const train: number[] = [];
  const validation: number[] = [];
  while (run.outcome === null && run.epochs < epochs) {
    for (const event of run.advance({ epochs: Math.min(PORTION, epochs - run.epochs) })) {
      if (event.type !== 'epoch') continue;
      train.push(event.train.loss);
      if (event.validation) validation.push(event.validation.loss);
    }
    desk.progress(run.epochs / epochs);
  }
  const { scores, stopping, stop } = run.trainer.progress;
  const restores = run.plan.setting.recipe.stopping.restoreBest && stopping.best !== null;
  return {
    problem: stop?.reason === 'notFinite' ? stop.text : null,
    train: Float32Array.from(train),
    validation: Float32Array.from(validation),
    epochs: run.epochs,
    kept: scores && {
      epoch: restores ? stopping.best!.epoch : run.epochs,
      train: scores.train,
      validation: scores.validation ?? null,
    },
  };
}

export function weightsOf(run: LiveRun): Pick<Variant, 'layers' | 'zeros' | 'weights'> {
  const { parameters } = run.weights;
  const layers = run.net.plan.parameters
    .filter(({ name }) => name.endsWith('.weight'))
    .filter(({ slot }) => slot.shape.length === 2)
    .map(({ name, slot: { offset, shape } }) => ({
      label: name.slice(0, -'.weight'.length),
      values: Float32Array.from(parameters.subarray(offset, offset + shape[0] * shape[1])),
    }));
  const all = layers.flatMap(({ values }) => [...values]);
  return { layers, zeros: all.filter((value) => value === 0).length, weights: all.length };
}
