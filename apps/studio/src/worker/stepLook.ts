import type { LastBatch, NetworkShape } from '../run/contract.ts';
import { gradientProgram, type ModelSettings } from '../../../../src/nn/trace/index.ts';
import type { Executor, Tensor, View } from '../../../../src/tensor/index.ts';
import { BatchWriter } from '../../../../src/train/loop/batchWriter.ts';
import type { Part } from '../../../../src/train/loop/index.ts';
import type { LastStep } from '../../../../src/train/live/index.ts';
import { seedWords } from '../../../../src/numeric/index.ts';
import type { MaskPlace } from './maskPlaces.ts';
import { TappedNet } from './tappedNet.ts';

/**
 * A step that was taken, worked out once more from the weights it began with and its own random numbers: what each row's loss was, and
 * which neurons were switched off.
 */
export class StepLook {
  readonly #net: TappedNet;
  readonly #writer: BatchWriter;
  readonly #key: View;
  readonly #network: NetworkShape;
  readonly #places: readonly MaskPlace[];
  readonly #part: Part;
  readonly #dropped: Float32Array;

  /** `slice`: most rows of one program of the run that is looked at; its masks are drawn slice by slice. */
  constructor(
    executor: Executor,
    model: Omit<ModelSettings, 'rows' | 'optimizer'>,
    network: NetworkShape,
    places: readonly MaskPlace[],
    run: { readonly part: Part; readonly seed: number; readonly slice: number },
  ) {
    const make = (plan: TappedNet['plan'], rows: number) => gradientProgram(plan, { rows, rowLosses: true });
    this.#net = new TappedNet(executor, model, run.slice, make, maskName);
    const { session, plan } = this.#net;
    this.#writer = new BatchWriter(session, plan);
    this.#key = session.view(plan.slots.key);
    [this.#key[0], this.#key[1]] = seedWords(run.seed);
    this.#network = network;
    this.#places = places;
    this.#part = run.part;
    this.#dropped = new Float32Array(network.neurons);
  }

  /** `rows`: row numbers of the table that the training part's rows are. */
  look(step: LastStep, rows: Int32Array): LastBatch {
    const count = step.rows.length;
    const slices = Math.ceil(count / this.#net.plan.settings.rows);
    const losses = new Float32Array(count);
    this.#dropped.fill(0);
    this.#net.setWeights(step.before);
    this.#key[2] = step.number;
    for (let slice = 0; slice < slices; slice++) {
      const from = Math.floor((count * slice) / slices);
      this.#runSlice(step, slice, from, Math.floor((count * (slice + 1)) / slices), losses);
    }
    for (let neuron = 0; neuron < this.#dropped.length; neuron++) this.#dropped[neuron] /= count;
    return {
      rows: step.rows.map((row) => rows[row]),
      losses,
      dropped: this.#places.length > 0 ? this.#dropped : null,
    };
  }

  close(): void {
    this.#net.close();
  }

  #runSlice({ rows }: LastStep, slice: number, from: number, to: number, losses: Float32Array): void {
    this.#key[3] = slice;
    this.#writer.write(this.#part, rows, from, to);
    const taps = this.#net.run(to - from);
    const { plan, session } = this.#net;
    plan.batch(to - from).rowLosses.forEach((slot, index) => {
      const view = session.view(slot);
      for (let row = 0; row < view.length; row++) losses[from + row] += plan.losses[index].weight * view[row];
    });
    for (const { stream, layer } of this.#places) {
      const tap = taps.get(stream);
      if (!tap) continue;
      const { firstNeuron } = this.#network.layers[layer];
      for (let at = 0; at < tap.view.length; at++)
        if (tap.view[at] === 0) this.#dropped[firstNeuron + (at % tap.units)]++;
    }
  }
}

/** A dropout layer's mask is the comparison of its random numbers with the rate: 1 where a neuron was kept. */
function maskName({ op, inputs }: Tensor): string | undefined {
  const random = op === 'lessEqual' ? inputs.find((input) => input.op === 'random') : undefined;
  return random && (random.attributes.stream as string);
}
