import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { DenseLayer, Training } from '../workloads/training.ts';
import { flatten, initialLayers } from './layers.ts';

interface Layer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  readonly weightGradients: Float64Array;
  readonly biasGradients: Float64Array;
  /** Of the present row: what comes out, and the loss's slope with respect to it before the activation. */
  readonly outputs: Float64Array;
  readonly slopes: Float64Array;
}

/** What a good programmer writes by hand for W1 alone: tanh layers, squared error, plain gradient descent, arrays of float64. */
export function train(file: CaseFile): Runner {
  const { sizes, rows, batches, learningRate } = file.settings as Training;
  const layers = initialLayers(file).map(openLayer);
  const { features, targets } = file.arrays;
  const width = sizes[0];
  const input = new Float64Array(width);
  let step = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++, step++) {
        const start = (step % batches) * rows;
        for (let row = start; row < start + rows; row++) {
          for (let column = 0; column < width; column++) input[column] = features[row * width + column];
          forward(layers, input);
          backward(layers, input, targets[row], rows);
        }
        for (const layer of layers) update(layer, learningRate);
      }
    },
    numbers: () => flatten(layers.flatMap(({ weights, biases }) => [weights, biases])),
  };
}

function openLayer({ inputs, units, weights, biases }: DenseLayer): Layer {
  return {
    inputs,
    units,
    weights: Float64Array.from(weights),
    biases: Float64Array.from(biases),
    weightGradients: new Float64Array(inputs * units),
    biasGradients: new Float64Array(units),
    outputs: new Float64Array(units),
    slopes: new Float64Array(units),
  };
}

function forward(layers: readonly Layer[], input: Float64Array): void {
  let values = input;
  for (const { inputs, units, weights, biases, outputs } of layers) {
    for (let unit = 0; unit < units; unit++) {
      let sum = biases[unit];
      for (let i = 0; i < inputs; i++) sum += values[i] * weights[i * units + unit];
      outputs[unit] = Math.tanh(sum);
    }
    values = outputs;
  }
}

function backward(layers: readonly Layer[], input: Float64Array, target: number, rows: number): void {
  const last = layers[layers.length - 1];
  last.slopes[0] = (2 / rows) * (last.outputs[0] - target) * (1 - last.outputs[0] * last.outputs[0]);
  for (let index = layers.length - 1; index >= 0; index--) {
    const { inputs, units, weights, weightGradients, biasGradients, slopes } = layers[index];
    const before = index > 0 ? layers[index - 1] : undefined;
    const values = before ? before.outputs : input;
    for (let unit = 0; unit < units; unit++) biasGradients[unit] += slopes[unit];
    for (let i = 0; i < inputs; i++) {
      let sum = 0;
      for (let unit = 0; unit < units; unit++) {
        weightGradients[i * units + unit] += values[i] * slopes[unit];
        sum += weights[i * units + unit] * slopes[unit];
      }
      if (before) before.slopes[i] = sum * (1 - values[i] * values[i]);
    }
  }
}

function update({ weights, biases, weightGradients, biasGradients }: Layer, rate: number): void {
  for (let i = 0; i < weights.length; i++) weights[i] -= rate * weightGradients[i];
  for (let i = 0; i < biases.length; i++) biases[i] -= rate * biasGradients[i];
  weightGradients.fill(0);
  biasGradients.fill(0);
}
