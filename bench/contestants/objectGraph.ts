import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Training } from '../workloads/training.ts';
import { flatten, givenMasks, hostBatches, initialLayers } from './layers.ts';

/** A number that learns, with what its optimizer remembers of it. */
interface Parameter {
  value: number;
  gradient: number;
  mean: number;
  square: number;
}

interface Link {
  readonly from: Unit;
  readonly to: Unit;
  readonly weight: Parameter;
}

interface Unit {
  readonly bias: Parameter;
  readonly incoming: Link[];
  readonly outgoing: Link[];
  output: number;
  /** Slope of the loss with respect to the sum before the activation. */
  slope: number;
}

type Update = (parameter: Parameter) => void;

/**
 * A network as a graph of objects, the way the TensorFlow Playground's `nn.ts` and most first neural networks in JavaScript are
 * written: each unit has links, each link has a weight, row after row runs through them.
 */
export function train(file: CaseFile): Runner {
  const work = file.settings as Training;
  const layers = build(file);
  const batches = hostBatches(file);
  const parameters = layers
    .slice(1)
    .flatMap((units) =>
      units.flatMap(({ bias, incoming }) => [bias, ...incoming.map(({ weight }) => weight)]),
    );
  let done = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        const { x, y } = batches[done % batches.length];
        if (givenMasks(file, done)) throw new Error('The object graph has no dropout.');
        learn(work, layers, x, y);
        const update = updateOf(work, ++done);
        for (const parameter of parameters) update(parameter);
      }
    },
    numbers: () =>
      flatten(layers.slice(1).flatMap((units) => [weightsOf(units), units.map(({ bias }) => bias.value)])),
  };
}

const parameterOf = (value: number): Parameter => ({ value, gradient: 0, mean: 0, square: 0 });

function build(file: CaseFile): Unit[][] {
  const { sizes } = file.settings as Training;
  const layers = sizes.map((units) => Array.from({ length: units }, () => openUnit()));
  for (const [index, { units, weights, biases }] of initialLayers(file).entries()) {
    layers[index + 1].forEach((to, unit) => {
      to.bias.value = biases[unit];
      layers[index].forEach((from, input) => {
        const link = { from, to, weight: parameterOf(weights[input * units + unit]) };
        to.incoming.push(link);
        from.outgoing.push(link);
      });
    });
  }
  return layers;
}

const openUnit = (): Unit => ({ bias: parameterOf(0), incoming: [], outgoing: [], output: 0, slope: 0 });

/** Row-major [inputs, units]. */
const weightsOf = (units: readonly Unit[]): number[] =>
  units[0].incoming.flatMap((_, input) => units.map(({ incoming }) => incoming[input].weight.value));

function learn(work: Training, layers: readonly Unit[][], x: Float32Array, y: Float32Array): void {
  const outputs = layers[layers.length - 1];
  const width = layers[0].length;
  for (let row = 0; row < work.rows; row++) {
    for (let column = 0; column < width; column++) layers[0][column].output = x[row * width + column];
    forward(work, layers);
    slopesOfLoss(work, outputs, y, row * outputs.length);
    backward(work, layers);
  }
}

function forward(work: Training, layers: readonly Unit[][]): void {
  for (let index = 1; index < layers.length; index++) {
    const activation = index === layers.length - 1 ? work.output : work.hidden;
    for (const unit of layers[index]) {
      let sum = unit.bias.value;
      for (const { from, weight } of unit.incoming) sum += from.output * weight.value;
      unit.output = activation === 'tanh' ? Math.tanh(sum) : activation === 'relu' ? Math.max(0, sum) : sum;
    }
  }
}

function slopesOfLoss(work: Training, outputs: readonly Unit[], y: Float32Array, at: number): void {
  if (work.loss === 'crossEntropy') softmaxSlopes(work, outputs, y, at);
  else
    outputs.forEach((unit, i) => {
      const slope = (2 / (work.rows * outputs.length)) * (unit.output - y[at + i]);
      unit.slope = work.output === 'tanh' ? slope * (1 - unit.output * unit.output) : slope;
    });
}

function softmaxSlopes(work: Training, outputs: readonly Unit[], y: Float32Array, at: number): void {
  let largest = -Infinity;
  for (const { output } of outputs) largest = Math.max(largest, output);
  let sum = 0;
  for (const unit of outputs) sum += unit.slope = Math.exp(unit.output - largest);
  outputs.forEach((unit, i) => (unit.slope = (unit.slope / sum - y[at + i]) / work.rows));
}

function backward(work: Training, layers: readonly Unit[][]): void {
  for (let index = layers.length - 1; index > 0; index--) {
    for (const { bias, incoming, slope } of layers[index]) {
      bias.gradient += slope;
      for (const { from, weight } of incoming) weight.gradient += slope * from.output;
    }
    if (index === 1) continue;
    for (const unit of layers[index - 1]) {
      let sum = 0;
      for (const { to, weight } of unit.outgoing) sum += to.slope * weight.value;
      unit.slope = work.hidden === 'tanh' ? sum * (1 - unit.output * unit.output) : unit.output > 0 ? sum : 0;
    }
  }
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

function updateOf({ optimizer, learningRate, momentum }: Training, step: number): Update {
  const rate = learningRate / (1 - beta1 ** step);
  const correction = 1 / (1 - beta2 ** step);
  if (optimizer === 'sgd')
    return (parameter) => {
      parameter.mean = momentum * parameter.mean + parameter.gradient;
      parameter.value -= learningRate * parameter.mean;
      parameter.gradient = 0;
    };
  return (parameter) => {
    const { gradient } = parameter;
    parameter.mean = beta1 * parameter.mean + (1 - beta1) * gradient;
    parameter.square = beta2 * parameter.square + (1 - beta2) * gradient * gradient;
    parameter.value -= (rate * parameter.mean) / (Math.sqrt(parameter.square * correction) + epsilon);
    parameter.gradient = 0;
  };
}
