import { optimizers, schedules, type UpdateOptimizer } from '../../../src/nn/index.ts';
import type { ModelSettings } from '../../../src/nn/index.ts';
import { createWasmExecutor } from '../../../src/tensor/index.ts';
import { Net } from '../../../src/train/loop/net.ts';
import type { Part } from '../../../src/train/loop/part.ts';
import { RateClock, type ScheduleChoice } from '../../../src/train/loop/rateClock.ts';
import { Stepper, type Batch } from '../../../src/train/loop/stepper.ts';
import { SLICE_ROWS } from '../../../src/train/loop/trainerOptions.ts';
import type { Contestant } from '../contestant.ts';
import { createData, flatten, initialLayers, type Work } from '../works.ts';

/** The steps of `Trainer`, by its own parts: rate, batch gathered row by row, gradient, check, update. */
export function openNeumann(work: Work): Contestant {
  const net = openNet(work);
  net.initialize(1);
  writeParameters(net, work);
  const stepper = openStepper(net, work);
  const batch: Batch = { part: partOf(work), order: inOrder(work), start: 0, end: 0 };
  const clock = new RateClock(constant, { learningRate: work.learningRate, totalEpochs: 1, totalSteps: 1 });
  const progress = { epochs: 0, steps: 0, history: [] };
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        batch.start = (progress.steps % work.batches) * work.rows;
        batch.end = batch.start + work.rows;
        const scalars = clock.next(progress);
        stepper.load(batch, scalars.step);
        if (!stepper.step(scalars).finite) throw new Error('The loss is no longer finite.');
        progress.steps++;
      }
    },
    parameters: () => readParameters(net),
  };
}

const constant: ScheduleChoice = {
  definition: schedules.constant as ScheduleChoice['definition'],
  options: schedules.constant.options.parse({}),
};

const inOrder = ({ rows, batches }: Work) => Int32Array.from({ length: rows * batches }, (_, i) => i);

function optimizerOf({ optimizer, learningRate }: Work) {
  const definition = optimizers[optimizer] as unknown as UpdateOptimizer<unknown>;
  return { definition, options: definition.options.parse({ learningRate }) };
}

function settingsOf(work: Work): ModelSettings {
  const { sizes, hidden, output, loss, rows, batches } = work;
  const trunk = sizes.slice(1, -1).flatMap((units) => [
    { name: 'dense', units },
    { name: 'activation', activation: { name: hidden } },
  ]);
  const activation = output === 'none' ? undefined : { name: output };
  const outputs = [{ name: 'y', units: sizes[sizes.length - 1], activation }];
  return {
    model: { input: { width: sizes[0], embeddings: [] }, trunk, outputs },
    rows: Math.min(SLICE_ROWS, rows * batches),
    losses: [{ output: 'y', name: loss }],
    optimizer: optimizerOf(work),
  };
}

/** Planned, with no weights in it yet. */
export const openNet = (work: Work): Net => new Net(createWasmExecutor(), settingsOf(work));

export const openStepper = (net: Net, work: Work) => new Stepper(net, optimizerOf(work), 1);

export function partOf(work: Work): Part {
  const { features, targets } = createData(work);
  const none = { codes: new Int32Array(0), codesWidth: 0, labels: {}, values: {}, weights: [undefined] };
  return { rows: targets.length, features, width: work.sizes[0], targets: { y: targets }, ...none };
}

/** The plan has all weights before all biases; each kind is in the order of the layers. */
function parameterViews(net: Net): { readonly weights: Float32Array[]; readonly biases: Float32Array[] } {
  const views = net.plan.parameters.map(({ slot }) => ({
    rank: slot.shape.length,
    view: net.session.view(slot),
  }));
  const ofRank = (wanted: number) =>
    views.filter(({ rank }) => rank === wanted).map(({ view }) => view as Float32Array);
  return { weights: ofRank(2), biases: ofRank(1) };
}

function writeParameters(net: Net, work: Work): void {
  const { weights, biases } = parameterViews(net);
  for (const [index, layer] of initialLayers(work).entries()) {
    weights[index].set(layer.weights);
    biases[index].set(layer.biases);
  }
}

function readParameters(net: Net): Float32Array {
  const { weights, biases } = parameterViews(net);
  return flatten(weights.flatMap((array, index) => [array, biases[index]]));
}
