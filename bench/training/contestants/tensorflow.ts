import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import type { Contestant } from '../contestant.ts';
import { createData, flatten, initialLayers, oneHot, type Work } from '../works.ts';

export async function openTensorflowWasm(work: Work): Promise<Contestant> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(entry)}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('The wasm backend of TensorFlow.js does not start.');
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('TensorFlow.js finds no SIMD.');
  return open(work);
}

export async function openTensorflowCpu(work: Work): Promise<Contestant> {
  await tf.setBackend('cpu');
  return open(work);
}

/** TensorFlow.js's core: `optimizer.minimize` over fused matrix products. */
function open(work: Work): Contestant {
  tf.enableProdMode();
  const variables = initialLayers(work).map(({ inputs, units, weights, biases }) => ({
    weights: tf.variable(tf.tensor2d(weights, [inputs, units])),
    biases: tf.variable(tf.tensor1d(biases)),
  }));
  const batches = openBatches(work);
  const optimizer =
    work.optimizer === 'sgd'
      ? tf.train.sgd(work.learningRate)
      : tf.train.adam(work.learningRate, 0.9, 0.999, 1e-8);
  let done = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        const { x, y } = batches[done++ % batches.length];
        optimizer.minimize(() => lossOf(work, forward(work, variables, x), y));
      }
    },
    parameters: () =>
      flatten(variables.flatMap(({ weights, biases }) => [weights.dataSync(), biases.dataSync()])),
  };
}

function openBatches(work: Work) {
  const { sizes, rows, batches, loss } = work;
  const { features, targets } = createData(work);
  const units = sizes[sizes.length - 1];
  const wanted = loss === 'crossEntropy' ? oneHot(targets, units) : Float32Array.from(targets);
  const cut = (from: Float32Array, width: number, i: number) =>
    tf.tensor2d(from.slice(i * rows * width, (i + 1) * rows * width), [rows, width]);
  return Array.from({ length: batches }, (_, i) => ({
    x: cut(features, sizes[0], i),
    y: cut(wanted, units, i),
  }));
}

type Variables = readonly { readonly weights: tf.Variable; readonly biases: tf.Variable }[];

function forward(work: Work, layers: Variables, x: tf.Tensor2D): tf.Tensor2D {
  let values = x;
  for (const [index, { weights, biases }] of layers.entries()) {
    const activation = index === layers.length - 1 ? work.output : work.hidden;
    const fused = activation === 'relu' ? 'relu' : 'linear';
    const options = { a: values, b: weights, bias: biases, activation: fused };
    values = tf.fused.matMul(options as Parameters<typeof tf.fused.matMul>[0]) as tf.Tensor2D;
    if (activation === 'tanh') values = tf.tanh(values);
  }
  return values;
}

function lossOf(work: Work, predictions: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  const loss =
    work.loss === 'crossEntropy'
      ? tf.losses.softmaxCrossEntropy(y, predictions)
      : tf.losses.meanSquaredError(y, predictions);
  return loss as tf.Scalar;
}
