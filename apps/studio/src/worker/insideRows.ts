import type { LayerDistribution, NetworkShape, NeuronSaturation } from '../run/contract.ts';
import { predictProgram, type ModelSettings } from '../../../../src/nn/trace/index.ts';
import type { Executor } from '../../../../src/tensor/index.ts';
import type { Part, Snapshot } from '../../../../src/train/loop/index.ts';
import { activationOf } from './groupsOf.ts';
import { labelled, type HiddenTap } from './hiddenTaps.ts';
import { histogram } from './histogram.ts';
import { neuronStates, type NeuronState } from './neuronState.ts';
import { TappedNet, type Tap } from './tappedNet.ts';

/** Training rows that are looked at: the parts of a table are mixed, so the first ones speak for all. */
const MOST_ROWS = 1024;

/** What goes on inside the net on training rows: distributions of activations, dead and saturated neurons. */
export class InsideRows {
  readonly #net: TappedNet;
  readonly #hidden: readonly HiddenTap[];
  readonly #network: NetworkShape;
  readonly #rows: number;

  constructor(
    executor: Executor,
    model: Omit<ModelSettings, 'rows' | 'optimizer'>,
    network: NetworkShape,
    hidden: readonly HiddenTap[],
    train: Part,
  ) {
    this.#hidden = hidden;
    this.#network = network;
    this.#rows = Math.min(train.rows, MOST_ROWS);
    const labels = hidden.flatMap(({ values, activation }) => [values, activation]);
    const make = (plan: TappedNet['plan'], rows: number) => predictProgram(plan, { rows });
    this.#net = new TappedNet(executor, model, this.#rows, make, labelled(labels));
    const { features } = this.#net.plan.batch(this.#rows);
    this.#net.session.view(features!).set(train.features.subarray(0, this.#rows * train.width));
  }

  /** Activations on the rows; gradients as the last step had them; weights. All by layer, the output's last. */
  distributions(weights: Snapshot, gradients: ArrayLike<number>): LayerDistribution[] {
    const taps = this.#run(weights);
    const [output] = this.#net.plan.outputs;
    const raw = this.#net.session.view(this.#net.plan.batch(this.#rows).predictions[output.name]);
    return this.#network.layers.slice(1).map(({ label, kind }, index) => {
      const values = kind === 'output' ? raw : taps.get(this.#hidden[index].values)!.view;
      const scope = kind === 'output' ? `output.${label}` : label;
      return {
        label,
        activations: histogram(values),
        gradients: histogram(this.#parametersOf(scope, gradients)),
        weights: histogram(this.#parametersOf(scope, weights.parameters)),
      };
    });
  }

  /** Of the neurons of the first hidden layer. */
  saturation(weights: Snapshot): NeuronSaturation[] {
    const first = this.#hidden.at(0);
    if (!first) return [];
    const tap = this.#run(weights).get(first.activation)!;
    const stateOf = neuronStates(activationOf(first.group));
    return Array.from({ length: tap.units }, (_, unit) => saturationOf(tap, unit, this.#rows, stateOf));
  }

  close(): void {
    this.#net.close();
  }

  #run(weights: Snapshot): ReadonlyMap<string, Tap> {
    this.#net.setWeights(weights);
    return this.#net.run(this.#rows);
  }

  /** The weight matrix of a layer, out of the block of all parameters (or of their gradients). */
  #parametersOf(scope: string, block: ArrayLike<number>): ArrayLike<number> {
    const found = this.#net.plan.parameters.find(({ name }) => name === `${scope}.weight`);
    if (!found) return [];
    const { offset, shape } = found.slot;
    const length = shape.reduce((product, size) => product * size, 1);
    return (block as Float32Array).subarray(offset, offset + length);
  }
}

function saturationOf(
  { view, units }: Tap,
  unit: number,
  rows: number,
  stateOf: (value: number) => NeuronState,
): NeuronSaturation {
  const counts = { dead: 0, saturated: 0, active: 0 };
  for (let row = 0; row < rows; row++) counts[stateOf(view[row * units + unit])]++;
  return { saturated: counts.saturated / rows, dead: counts.dead / rows };
}
