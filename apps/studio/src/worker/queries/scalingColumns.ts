import { NeumannError } from '../../../../../src/errors.ts';
import type { LiveRun } from '../../../../../src/train/live/index.ts';
import type { RecipeEdits } from '../../state/scenario.ts';
import { partOfDesk, type Desk } from './desk.ts';
import { neuronStates } from '../neuronState.ts';
import { activationValues } from './activationValues.ts';
import { firstLayerOf, type FirstLayer } from './firstLayer.ts';
import { affineScalings, foldScaling, type AffineScaling } from './foldScaling.ts';
import { axisAround, lossPlane, type LossPlane } from './lossPlane.ts';

export interface ScalingInput {
  readonly scalers: readonly string[];
  /** The neuron of the first layer whose weights of the first two inputs are walked over, from 0. */
  readonly unit: number;
  readonly steps: number;
  /** Points along a side of the plane. */
  readonly size: number;
}

/** One scaler's two pictures: the data as the net sees it at the start, and the loss over two weights. */
export interface ScalingColumn {
  readonly problem: string | null;
  /** The first two prepared inputs of each training row, [rows, 2], and its class or number. */
  readonly points: Float32Array;
  readonly targets: Float32Array;
  readonly names: readonly string[];
  /** Each neuron's line at the start, a x + b y + c = 0; other inputs stand at their mean. */
  readonly lines: Float32Array;
  /** Share of rows and neurons where the activation is saturated; share of neurons that are off for all rows. */
  readonly saturated: number;
  readonly dead: number;
  readonly inputs: number;
  readonly units: number;
  readonly plane: LossPlane | null;
  /** Where the trained net has the two weights. */
  readonly target: readonly [number, number] | null;
  /** The two weights after each step, [steps + 1, 2], the start first. */
  readonly path: Float32Array;
  readonly losses: Float32Array;
}

/**
 * One net in three coordinates: trained on standardised inputs, then carried over to each scaler's, so that the lowest point is the same
 * function in all of them. There two of its weights go back to where they start and learn again, alone and on the whole training part at
 * once: so their path lies on the surface of the loss over the two.
 */
export async function scalingColumns(input: ScalingInput, desk: Desk): Promise<ScalingColumn[]> {
  const { scalers } = input;
  const trained = await trainStandardised(desk);
  const columns: ScalingColumn[] = [];
  for (const [index, scaler] of scalers.entries()) {
    const part = partOfDesk(desk, (index + 1) / (scalers.length + 1), (index + 2) / (scalers.length + 1));
    columns.push(await scalingColumn(input, scaler, trained, part));
  }
  return columns;
}

/** What one net learned, and how its inputs came from the raw ones. */
interface Trained {
  readonly parameters: ArrayLike<number>;
  readonly scalings: readonly AffineScaling[];
}

/** Epochs that the net is given to find its lowest point. */
const EPOCHS = 150;

async function trainStandardised(desk: Desk): Promise<Trained> {
  const run = await desk.openRun({
    preparation: { numbers: 'standardise' },
    averaging: { decay: null },
    stopping: { epochs: EPOCHS, patience: null, restoreBest: false },
  });
  try {
    run.advance();
    return { parameters: run.net.parameters.slice(), scalings: affineScalings(run.plan.fitted) };
  } finally {
    run.close();
  }
}

/** The trained parameters as they are on inputs that another scaler prepared: prepared = standardised * factor + offset, the other way round. */
function carriedOver(
  { net: { plan }, plan: { fitted } }: LiveRun,
  { parameters, scalings }: Trained,
): Float64Array {
  const own = affineScalings(fitted);
  const between = scalings.map(({ factor, offset }, input) => ({
    factor: factor / own[input].factor,
    offset: offset - (own[input].offset * factor) / own[input].factor,
  }));
  return foldScaling(plan, parameters, between);
}

async function scalingColumn(
  input: ScalingInput,
  scaler: string,
  trained: Trained,
  desk: Desk,
): Promise<ScalingColumn> {
  try {
    const run = await desk.openRun(heldEdits(input, scaler));
    try {
      return columnOf(run, input, trained, desk);
    } finally {
      run.close();
    }
  } catch (error) {
    if (!(error instanceof NeumannError)) throw error;
    return { ...NOTHING, problem: error.message };
  }
}

const NOTHING: ScalingColumn = {
  problem: null,
  points: new Float32Array(0),
  targets: new Float32Array(0),
  names: [],
  lines: new Float32Array(0),
  saturated: 0,
  dead: 0,
  inputs: 0,
  units: 0,
  plane: null,
  target: null,
  path: new Float32Array(0),
  losses: new Float32Array(0),
};

const heldEdits = ({ steps }: ScalingInput, scaler: string): RecipeEdits => ({
  preparation: { numbers: scaler },
  batches: { size: 'all' },
  averaging: { decay: null },
  stopping: { epochs: steps, patience: null, restoreBest: false },
});

function columnOf(
  run: LiveRun,
  { unit, steps, size }: ScalingInput,
  trained: Trained,
  desk: Desk,
): ScalingColumn {
  const layer = firstLayerOf(run.net.plan);
  const { part } = run.trainer.batch;
  if (!layer || layer.inputs < 2)
    throw new NeumannError('firstLayer', 'This picture needs two inputs and a dense first layer.');
  const own = Math.min(unit, layer.units - 1);
  const parameters = [layer.weights + own, layer.weights + layer.units + own] as const;
  const start = startOf(run, layer);
  const lowest = carriedOver(run, trained);
  const target = parameters.map((at) => lowest[at]) as [number, number];
  const walked = walk(run, parameters, lowest, steps, (share) => desk.progress(share * 0.3));
  const plane = planeAround(run, parameters, walked.path, target, size, (share) =>
    desk.progress(0.3 + share * 0.7),
  );
  return {
    ...start,
    ...walked,
    problem: null,
    plane,
    target,
    targets: Float32Array.from(Object.values(part.labels)[0] ?? Object.values(part.values)[0]),
    names: run.plan.fitted.preparation.features.map(({ name }) => name),
    inputs: layer.inputs,
    units: layer.units,
  };
}

/** The first layer before the first step. */
function startOf({ net, trainer, plan }: LiveRun, layer: FirstLayer) {
  const { features, rows, width } = trainer.batch.part;
  const points = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) points.set(features.subarray(row * width, row * width + 2), row * 2);
  const weight = (input: number, unit: number) => net.parameters[layer.weights + input * layer.units + unit];
  const lines = new Float32Array(layer.units * 3);
  const sums = new Float32Array(rows * layer.units);
  for (let unit = 0; unit < layer.units; unit++) {
    let others = 0;
    for (let row = 0; row < rows; row++) {
      let rest = net.parameters[layer.biases + unit];
      for (let input = 2; input < width; input++) rest += features[row * width + input] * weight(input, unit);
      const own = points[row * 2] * weight(0, unit) + points[row * 2 + 1] * weight(1, unit);
      sums[row * layer.units + unit] = rest + own;
      others += rest;
    }
    lines.set([weight(0, unit), weight(1, unit), others / rows], unit * 3);
  }
  const values = activationValues(plan.setting.executor, layer.activation, sums, layer.units);
  return { points, lines, ...flatShares(layer, values) };
}

/** Share of values that are saturated, and of neurons that are dead in every row. */
function flatShares({ activation, units }: FirstLayer, values: ArrayLike<number>) {
  const states = Array.from(values, neuronStates(activation));
  const dead = Array.from({ length: units }, (_, unit) =>
    states.every((state, at) => at % units !== unit || state === 'dead'),
  );
  return {
    saturated: states.filter((state) => state === 'saturated').length / states.length,
    dead: dead.filter(Boolean).length / units,
  };
}

/** Trains with all but two weights put back after every step: each has its own step, so these two move as if they were alone. */
function walk(
  { net, trainer }: LiveRun,
  parameters: readonly [number, number],
  others: Float64Array,
  steps: number,
  progress: (share: number) => void,
) {
  const { part } = trainer.batch;
  const held = Float64Array.from(others);
  for (const at of parameters) held[at] = net.parameters[at];
  net.parameters.set(held);
  const path = new Float32Array((steps + 1) * 2);
  const losses = new Float32Array(steps + 1);
  let step = 0;
  const note = () => {
    path.set([net.parameters[parameters[0]], net.parameters[parameters[1]]], step * 2);
    losses[step] = net.evaluate(part).loss;
  };
  note();
  while (step < steps && !trainer.ended) {
    const before = trainer.progress.steps;
    trainer.advance();
    if (trainer.progress.steps === before) continue;
    const [x, y] = parameters.map((at) => net.parameters[at]);
    net.parameters.set(held);
    [net.parameters[parameters[0]], net.parameters[parameters[1]]] = [x, y];
    step++;
    note();
    progress(step / steps);
  }
  return { path: path.slice(0, (step + 1) * 2), losses: losses.slice(0, step + 1) };
}

/** At least so much to both sides of the middle; and no farther than a path strays that has lost its way. */
const LEAST_REACH = 0.5;
const STRAYING = 1.5;

/** A square that holds the start, the lowest point, and the path as far as it does not stray. */
function planeAround(
  { net, trainer }: LiveRun,
  parameters: readonly [number, number],
  path: Float32Array,
  target: readonly [number, number],
  size: number,
  progress: (share: number) => void,
): LossPlane {
  const apart = Math.max(...target.map((value, axis) => Math.abs(value - path[axis])), LEAST_REACH);
  const places = [
    [...target],
    ...Array.from({ length: path.length / 2 }, (_, at) => [path[at * 2], path[at * 2 + 1]]),
  ];
  const near = places.filter((place) =>
    place.every((value, axis) => Math.abs(value - path[axis]) < STRAYING * apart),
  );
  const ends = [0, 1]
    .map((axis) => near.map((place) => place[axis]))
    .map((all) => [Math.min(...all), Math.max(...all)]);
  const reach = Math.max(LEAST_REACH, ...ends.map(([low, high]) => (high - low) * 0.85));
  const axes = ends.map(([low, high], axis) => axisAround(parameters[axis], (low + high) / 2, reach));
  const work = lossPlane(net, trainer.batch.part, [axes[0], axes[1]], size);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    progress(next.value);
  }
}
