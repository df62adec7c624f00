import type { Bounds, NetworkShape } from '../run/contract.ts';
import { featureColumns } from '../data/makeTable.ts';
import type { Feature } from '../data/features.ts';
import { predictProgram, type ModelSettings } from '../../../../src/nn/trace/index.ts';
import type { Executor, View } from '../../../../src/tensor/index.ts';
import type { Snapshot } from '../../../../src/train/loop/index.ts';
import { toPredictions, type TargetPrediction } from '../../../../src/train/model/predictions.ts';
import type { Fitted } from '../../../../src/train/setup/fit.ts';
import { labelled, type HiddenTap } from './hiddenTaps.ts';
import { TappedNet, type Tap } from './tappedNet.ts';

/** Rows of one run over the grid. */
const MOST_ROWS = 4096;

export interface SurfaceSettings {
  readonly executor: Executor;
  readonly model: Omit<ModelSettings, 'rows' | 'optimizer'>;
  readonly fitted: Fitted;
  readonly features: readonly Feature[];
  readonly bounds: Bounds;
  readonly network: NetworkShape;
  readonly hidden: readonly HiddenTap[];
}

/** Every neuron's value at every point of a grid over the raw plane; a value stands for the middle of its cell, row 0 is the top. */
export class Surfaces {
  readonly grid: number;
  readonly #settings: SurfaceSettings;
  readonly #net: TappedNet;
  /** Prepared inputs of all points, row-major. */
  readonly inputs: Float32Array;
  readonly #tile: number;
  readonly #features: View;
  readonly #raw: Float64Array;
  readonly #predictions: View;

  constructor(settings: SurfaceSettings, grid: number) {
    this.grid = grid;
    this.#settings = settings;
    const points = grid * grid;
    this.#tile = Math.ceil(points / Math.ceil(points / MOST_ROWS));
    const make = (plan: TappedNet['plan'], rows: number) => predictProgram(plan, { rows });
    const nameOf = labelled(settings.hidden.map(({ values }) => values));
    this.#net = new TappedNet(settings.executor, settings.model, this.#tile, make, nameOf);
    this.inputs = preparedGrid(settings, grid);
    const slots = this.#net.plan.batch(this.#tile);
    this.#features = this.#net.session.view(slots.features!);
    const [output] = this.#net.plan.outputs;
    this.#predictions = this.#net.session.view(slots.predictions[output.name]);
    this.#raw = new Float64Array(points * output.units);
  }

  /** Floats that `write` fills. */
  length(neurons: boolean): number {
    const { network } = this.#settings;
    return (neurons ? network.neurons : network.layers.at(-1)!.units) * this.grid ** 2;
  }

  /** [neurons, or outputs alone][grid][grid] with these weights. */
  write(weights: Snapshot, neurons: boolean, to: Float32Array): void {
    const { layers } = this.#settings.network;
    const [input, output] = [layers[0], layers.at(-1)!];
    const points = this.grid ** 2;
    this.#net.setWeights(weights);
    if (neurons) this.#writePlanes(this.inputs, input.units, 0, points, to, 0);
    for (let start = 0; start < points; start += this.#tile) {
      const rows = Math.min(this.#tile, points - start);
      this.#features.set(this.inputs.subarray(start * input.units, (start + rows) * input.units));
      const taps = this.#net.run(this.#tile);
      this.#raw.set(this.#predictions.subarray(0, rows * output.units), start * output.units);
      if (neurons) this.#writeHidden(taps, start, rows, to);
    }
    this.#writeOutputs(this.#raw, to, neurons ? output.firstNeuron : 0);
  }

  /** [outputs][grid][grid] of raw outputs that were worked out elsewhere for `inputs`. */
  outputsOf(raw: Float32Array): Float32Array {
    const to = new Float32Array(this.length(false));
    this.#writeOutputs(raw, to, 0);
    return to;
  }

  close(): void {
    this.#net.close();
  }

  #writeHidden(taps: ReadonlyMap<string, Tap>, start: number, rows: number, to: Float32Array): void {
    const { hidden, network } = this.#settings;
    hidden.forEach(({ values }, index) => {
      const { view, units } = taps.get(values)!;
      this.#writePlanes(view, units, start, rows, to, network.layers[index + 1].firstNeuron);
    });
  }

  #writePlanes(
    from: View,
    units: number,
    start: number,
    rows: number,
    to: Float32Array,
    firstNeuron: number,
  ): void {
    const points = this.grid ** 2;
    for (let unit = 0; unit < units; unit++) {
      const base = (firstNeuron + unit) * points + start;
      for (let row = 0; row < rows; row++) to[base + row] = from[row * units + unit];
    }
  }

  /** Probabilities, or numbers in the target's unit. What an output has beyond that (a variance) stays as the net gives it. */
  #writeOutputs(raw: Float64Array | Float32Array, to: Float32Array, firstNeuron: number): void {
    const { fitted } = this.#settings;
    const { plan } = this.#net;
    const [output] = plan.outputs;
    const [prediction] = toPredictions(plan, fitted.targets, { [output.name]: raw });
    const points = this.grid ** 2;
    for (let unit = 0; unit < output.units; unit++) {
      const base = (firstNeuron + unit) * points;
      const { values, stride, at } = planeOf(prediction, output.units, unit) ?? {
        values: raw,
        stride: output.units,
        at: unit,
      };
      for (let point = 0; point < points; point++) to[base + point] = values[point * stride + at];
    }
  }
}

function planeOf(prediction: TargetPrediction, units: number, unit: number) {
  if (prediction.task === 'regression')
    return unit === 0 ? { values: prediction.values, stride: 1, at: 0 } : undefined;
  const stride = prediction.classes.length;
  return { values: prediction.probabilities, stride, at: units === 1 ? 1 : unit };
}

function preparedGrid({ fitted, features, bounds }: SurfaceSettings, grid: number): Float32Array {
  const points = grid * grid;
  const [left, right] = bounds.x;
  const [bottom, top] = bounds.y;
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    x[point] = left + (((point % grid) + 0.5) / grid) * (right - left);
    y[point] = top - ((Math.floor(point / grid) + 0.5) / grid) * (top - bottom);
  }
  const columns = featureColumns(features, x, y);
  return fitted.preparation.apply({ rows: points, columns }).features;
}
