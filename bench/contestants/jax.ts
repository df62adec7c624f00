import { jit, nn, numpy as np, random, tree, valueAndGrad } from '@jax-js/jax';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Product } from '../workloads/gemm.ts';
import type { Training } from '../workloads/training.ts';
import { flatten, givenMasks, hostBatches, initialLayers } from './layers.ts';

type Arrays = np.Array[];
/** Weights and biases layer by layer; means and mean squares, or velocities, of each; Adam's two powers of beta. */
type State = { parameters: Arrays; means: Arrays; squares: Arrays; powers: Arrays };
/** What a step gets: the batch and, with dropout, a mask for each hidden layer or a key to draw them with. */
type Input = { x: np.Array; y: np.Array; masks: Arrays; keys: Arrays };

/**
 * The whole step under `jit`, realised every time: jax-js is lazy, and far slower when left to gather many steps. Reading the
 * last biases runs the whole step they came from; `await blockUntilReady(state)` does the same, up to 40 % slower on small
 * nets. Every use of an array but the last takes a reference (`.ref`).
 */
export function train(file: CaseFile): Runner {
  const work = file.settings as Training;
  const batches = openBatches(file);
  const step = jit((state: State, input: Input) => advance(work, state, input));
  let state = initialState(file);
  let done = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++, done++) {
        const { x, y } = batches[done % batches.length];
        state = step(state, { x: x.ref, y: y.ref, ...dropped(file, done) }) as State;
        state.parameters[state.parameters.length - 1].ref.dataSync();
      }
    },
    numbers: () => flatten(state.parameters.map((array) => array.ref.dataSync())),
  };
}

function openBatches(file: CaseFile) {
  const { sizes, rows } = file.settings as Training;
  return hostBatches(file).map(({ x, y }) => ({
    x: np.array(x).reshape([rows, sizes[0]]),
    y: np.array(y).reshape([rows, sizes[sizes.length - 1]]),
  }));
}

function dropped(file: CaseFile, step: number): Pick<Input, 'masks' | 'keys'> {
  const { sizes, rows, dropout } = file.settings as Training;
  const hidden = sizes.slice(1, -1);
  if (dropout === 0) return { masks: [], keys: [] };
  const given = givenMasks(file, step);
  if (given) return { masks: given.map((mask, i) => np.array(mask).reshape([rows, hidden[i]])), keys: [] };
  return { masks: [], keys: hidden.map((_, i) => random.key(step * hidden.length + i)) };
}

function initialState(file: CaseFile): State {
  const { optimizer, momentum } = file.settings as Training;
  const parameters = initialLayers(file).flatMap(({ inputs, units, weights, biases }) => [
    np.array(weights).reshape([inputs, units]),
    np.array(biases),
  ]);
  const zeros = () => parameters.map(({ shape }) => np.zeros(shape));
  if (optimizer === 'sgd') return { parameters, means: momentum > 0 ? zeros() : [], squares: [], powers: [] };
  return { parameters, means: zeros(), squares: zeros(), powers: [np.array([1]), np.array([1])] };
}

function lossOf(work: Training, parameters: Arrays, { x, y, masks, keys }: Input): np.Array {
  const last = parameters.length - 2;
  let values = x;
  for (let i = 0; i <= last; i += 2) {
    values = np.dot(values, parameters[i]).add(parameters[i + 1]);
    const activation = i === last ? work.output : work.hidden;
    if (activation === 'relu') values = nn.relu(values);
    if (activation === 'tanh') values = np.tanh(values);
    const shape = [work.rows, work.sizes[i / 2 + 1]];
    if (i < last && masks.length > 0) values = values.mul(masks[i / 2]);
    if (i < last && keys.length > 0) values = values.mul(maskOf(keys[i / 2], work.dropout, shape));
  }
  if (work.loss === 'meanSquaredError') return np.square(values.sub(y)).mean();
  return nn
    .logSoftmax(values)
    .mul(y)
    .sum()
    .mul(-1 / work.rows);
}

const maskOf = (key: np.Array, rate: number, shape: number[]): np.Array =>
  random
    .bernoulli(key, 1 - rate, shape)
    .astype(np.float32)
    .mul(1 / (1 - rate));

function advance(work: Training, state: State, input: Input): State {
  const loss = (candidates: Arrays) => lossOf(work, candidates, input);
  const [value, gradients] = valueAndGrad(loss)(tree.ref(state.parameters)) as [np.Array, Arrays];
  value.dispose();
  return work.optimizer === 'sgd' ? sgd(work, state, gradients) : adam(work, state, gradients);
}

function sgd(
  { learningRate, momentum }: Training,
  { parameters, means, squares, powers }: State,
  gradients: Arrays,
): State {
  const velocities =
    momentum > 0 ? gradients.map((gradient, i) => means[i].mul(momentum).add(gradient)) : gradients;
  const moved = parameters.map((parameter, i) => {
    const velocity = momentum > 0 ? velocities[i].ref : velocities[i];
    return parameter.sub(velocity.mul(learningRate));
  });
  return { parameters: moved, means: momentum > 0 ? velocities : means, squares, powers };
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

function adam(work: Training, { parameters, means, squares, powers }: State, gradients: Arrays): State {
  const kept = work.optimizer === 'adamW' ? 1 - work.learningRate * work.weightDecay : 1;
  const [power1, power2] = [powers[0].mul(beta1), powers[1].mul(beta2)];
  const next = parameters.map((parameter, i) => {
    const gradient = gradients[i];
    const mean = means[i].mul(beta1).add(gradient.ref.mul(1 - beta1));
    const square = squares[i].mul(beta2).add(np.square(gradient).mul(1 - beta2));
    const size = np.sqrt(square.ref.div(np.subtract(1, power2.ref))).add(epsilon);
    const direction = mean.ref.div(np.subtract(1, power1.ref)).div(size);
    const decayed = kept === 1 ? parameter : parameter.mul(kept);
    return { parameter: decayed.sub(direction.mul(work.learningRate)), mean, square };
  });
  return {
    parameters: next.map(({ parameter }) => parameter),
    means: next.map(({ mean }) => mean),
    squares: next.map(({ square }) => square),
    powers: [power1, power2],
  };
}

export function multiply({ arrays, settings }: CaseFile): Runner {
  const { m, k, n, transposeA, transposeB } = settings as Product;
  const a = np.array(arrays.a as Float32Array<ArrayBuffer>).reshape(transposeA ? [k, m] : [m, k]);
  const b = np.array(arrays.b as Float32Array<ArrayBuffer>).reshape(transposeB ? [n, k] : [k, n]);
  const product = jit((left: np.Array, right: np.Array) =>
    np.dot(transposeA ? left.transpose() : left, transposeB ? right.transpose() : right),
  );
  let result = new Float32Array(m * n);
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) result = product(a.ref, b.ref).dataSync() as Float32Array<ArrayBuffer>;
    },
    numbers: () => result,
  };
}
