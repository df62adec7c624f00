import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Product } from '../workloads/gemm.ts';
import type { Training } from '../workloads/training.ts';
import { flatten, givenMasks, hostBatches, initialLayers } from './layers.ts';

interface Options {
  readonly backend: 'wasm' | 'cpu';
}

async function start({ backend }: Options): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(entry)}/`);
  if (!(await tf.setBackend(backend)))
    throw new Error(`The ${backend} backend of TensorFlow.js does not start.`);
  if (backend === 'wasm' && !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')))
    throw new Error('TensorFlow.js finds no SIMD.');
  tf.enableProdMode();
}

/** TensorFlow.js's core: gradients over fused matrix products, then its optimizer; AdamW's decay, which it has not, beside it. */
export async function train(file: CaseFile, options: Options): Promise<Runner> {
  await start(options);
  const work = file.settings as Training;
  const layers = initialLayers(file).map(({ inputs, units, weights, biases }) => ({
    weights: tf.variable(tf.tensor2d(weights, [inputs, units])),
    biases: tf.variable(tf.tensor1d(biases)),
  }));
  const variables = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const batches = hostBatches(file).map(({ x, y }) => ({
    x: tf.tensor2d(x, [work.rows, work.sizes[0]]),
    y: tf.tensor2d(y, [work.rows, work.sizes[work.sizes.length - 1]]),
  }));
  const optimizer = optimizerOf(work);
  let done = 0;
  const step = (): void => {
    const { x, y } = batches[done % batches.length];
    const masks = givenMasks(file, done++);
    const loss = () => lossOf(work, forward(work, layers, x, masks), y);
    if (work.optimizer !== 'adamW') optimizer.minimize(loss);
    else decayed(work, variables, () => optimizer.computeGradients(loss).grads, optimizer);
  };
  return {
    run: (steps) => {
      for (let i = 0; i < steps; i++) tf.tidy(step);
    },
    numbers: () => flatten(variables.map((variable) => variable.dataSync())),
  };
}

function optimizerOf({ optimizer, learningRate, momentum }: Training): tf.Optimizer {
  if (optimizer !== 'sgd') return tf.train.adam(learningRate, 0.9, 0.999, 1e-8);
  return momentum > 0 ? tf.train.momentum(learningRate, momentum) : tf.train.sgd(learningRate);
}

function decayed(
  { learningRate, weightDecay }: Training,
  variables: readonly tf.Variable[],
  gradients: () => tf.NamedTensorMap,
  optimizer: tf.Optimizer,
): void {
  const found = gradients();
  for (const variable of variables) variable.assign(variable.mul(1 - learningRate * weightDecay));
  optimizer.applyGradients(found);
}

type Layers = readonly { readonly weights: tf.Variable; readonly biases: tf.Variable }[];

function forward(
  work: Training,
  layers: Layers,
  x: tf.Tensor2D,
  masks?: readonly Float32Array[],
): tf.Tensor2D {
  let values = x;
  for (const [index, { weights, biases }] of layers.entries()) {
    const last = index === layers.length - 1;
    const activation = last ? work.output : work.hidden;
    const options = {
      a: values,
      b: weights,
      bias: biases,
      activation: activation === 'relu' ? 'relu' : 'linear',
    };
    values = tf.fused.matMul(options as Parameters<typeof tf.fused.matMul>[0]) as tf.Tensor2D;
    if (activation === 'tanh') values = tf.tanh(values);
    if (last || work.dropout === 0) continue;
    values = masks
      ? tf.mul(values, tf.tensor2d(masks[index], values.shape))
      : (tf.dropout(values, work.dropout) as tf.Tensor2D);
  }
  return values;
}

function lossOf(work: Training, predictions: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  const loss =
    work.loss === 'crossEntropy'
      ? tf.losses.softmaxCrossEntropy(y, predictions)
      : tf.losses.meanSquaredError(y, predictions);
  return loss as tf.Scalar;
}

export async function multiply({ arrays, settings }: CaseFile, options: Options): Promise<Runner> {
  await start(options);
  const { m, k, n, transposeA, transposeB } = settings as Product;
  const a = tf.tensor2d(arrays.a as Float32Array, transposeA ? [k, m] : [m, k]);
  const b = tf.tensor2d(arrays.b as Float32Array, transposeB ? [n, k] : [k, n]);
  let product = tf.zeros([m, n]);
  return {
    run: (steps) => {
      for (let i = 0; i < steps; i++) {
        product.dispose();
        product = tf.matMul(a, b, transposeA, transposeB);
      }
    },
    numbers: () => product.dataSync() as Float32Array,
  };
}
