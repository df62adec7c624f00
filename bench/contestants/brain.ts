import { createRequire } from 'node:module';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Training } from '../workloads/training.ts';
import { flatten, hostBatches, initialLayers } from './layers.ts';

/** What is used of brain.js, whose own types leave it out: weights are [layer][unit][input]. */
interface Network {
  sizes: number[];
  weights: Float32Array[][];
  biases: Float32Array[];
  initialize(): void;
  updateTrainingOptions(options: object): void;
  _setupAdam(): void;
  trainPattern(pattern: { input: Float32Array; output: Float32Array }): void;
}

/**
 * brain.js has no batches: it updates after every row, with the squared error and one activation for all layers. So its step is other
 * work, as the difference of its update says; where the net is W1 and the rate small, almost the same.
 */
export function train(file: CaseFile): Runner {
  const work = file.settings as Training;
  const network = open(file);
  const patterns = hostBatches(file).map(({ x, y }) => rowsOf(x, y, work.rows));
  let done = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++)
        for (const pattern of patterns[done++ % patterns.length]) network.trainPattern(pattern);
    },
    numbers: () =>
      flatten(
        work.sizes.slice(1).flatMap((_, layer) => [weightsOf(network, layer + 1), network.biases[layer + 1]]),
      ),
  };
}

function open(file: CaseFile): Network {
  const { sizes, hidden, optimizer, learningRate, momentum, rows, loss } = file.settings as Training;
  const { NeuralNetwork } = createRequire(import.meta.url)('brain.js') as {
    NeuralNetwork: new (options: object) => Network;
  };
  // Its slope is that of half the squared error of one row.
  const rate = loss === 'meanSquaredError' ? (2 * learningRate) / rows : learningRate;
  // It refuses a momentum of 0.
  const inertia = momentum || 1e-9;
  const praxis = optimizer === 'sgd' ? {} : { praxis: 'adam' };
  const network = new NeuralNetwork({ activation: hidden, learningRate: rate, momentum: inertia, ...praxis });
  network.updateTrainingOptions({ learningRate: rate, momentum: inertia, ...praxis });
  network.sizes = [...sizes];
  network.initialize();
  if (optimizer !== 'sgd') network._setupAdam();
  for (const [index, { inputs, units, weights, biases }] of initialLayers(file).entries()) {
    network.weights[index + 1] = Array.from({ length: units }, (_, unit) =>
      Float32Array.from({ length: inputs }, (__, input) => weights[input * units + unit]),
    );
    network.biases[index + 1] = Float32Array.from(biases);
  }
  return network;
}

function rowsOf(x: Float32Array, y: Float32Array, rows: number) {
  const cut = (from: Float32Array, row: number) =>
    from.subarray((row * from.length) / rows, ((row + 1) * from.length) / rows);
  return Array.from({ length: rows }, (_, row) => ({ input: cut(x, row), output: cut(y, row) }));
}

/** Row-major [inputs, units], as everyone else has them. */
function weightsOf({ weights, sizes }: Network, layer: number): Float32Array {
  const units = sizes[layer];
  return Float32Array.from(
    { length: sizes[layer - 1] * units },
    (_, i) => weights[layer][i % units][Math.floor(i / units)],
  );
}
