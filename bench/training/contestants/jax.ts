import { jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import type { Contestant } from '../contestant.ts';
import { createData, flatten, initialLayers, oneHot, type Work } from '../works.ts';

type Arrays = np.Array[];
/** Weights and biases layer by layer; Adam's means; its two powers of beta. */
type State = { parameters: Arrays; means: Arrays; squares: Arrays; powers: Arrays };

/**
 * The whole step under `jit`, realised every time: jax-js is lazy, and far slower when left to gather many steps. Reading the
 * last biases runs the whole step they came from; `await blockUntilReady(state)` does the same, up to 40 % slower on small
 * nets. Every use of an array but the last takes a reference (`.ref`).
 */
export function openJax(work: Work): Contestant {
  const batches = openBatches(work);
  const step = jit((state: State, x: np.Array, y: np.Array) => advance(work, state, x, y));
  let state = initialState(work);
  let done = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        const { x, y } = batches[done++ % batches.length];
        state = step(state, x.ref, y.ref) as State;
        state.parameters[state.parameters.length - 1].ref.dataSync();
      }
    },
    parameters: () => flatten(state.parameters.map((array) => array.ref.dataSync())),
  };
}

function openBatches({ sizes, rows, batches, loss, ...work }: Work) {
  const { features, targets } = createData({ sizes, rows, batches, loss, ...work });
  const width = sizes[0];
  const units = sizes[sizes.length - 1];
  const wanted = loss === 'crossEntropy' ? oneHot(targets, units) : Float32Array.from(targets);
  return Array.from({ length: batches }, (_, i) => ({
    x: np.array(features.slice(i * rows * width, (i + 1) * rows * width)).reshape([rows, width]),
    y: np.array(wanted.slice(i * rows * units, (i + 1) * rows * units)).reshape([rows, units]),
  }));
}

function initialState(work: Work): State {
  const parameters = initialLayers(work).flatMap(({ inputs, units, weights, biases }) => [
    np.array(weights).reshape([inputs, units]),
    np.array(biases),
  ]);
  if (work.optimizer === 'sgd') return { parameters, means: [], squares: [], powers: [] };
  const zeros = () => parameters.map(({ shape }) => np.zeros(shape));
  return { parameters, means: zeros(), squares: zeros(), powers: [np.array([1]), np.array([1])] };
}

function lossOf(work: Work, parameters: Arrays, x: np.Array, y: np.Array): np.Array {
  const last = parameters.length - 2;
  let values = x;
  for (let i = 0; i <= last; i += 2) {
    values = np.dot(values, parameters[i]).add(parameters[i + 1]);
    const activation = i === last ? work.output : work.hidden;
    if (activation === 'relu') values = nn.relu(values);
    if (activation === 'tanh') values = np.tanh(values);
  }
  if (work.loss === 'meanSquaredError') return np.square(values.sub(y)).mean();
  return nn
    .logSoftmax(values)
    .mul(y)
    .sum()
    .mul(-1 / work.rows);
}

function advance(work: Work, { parameters, means, squares, powers }: State, x: np.Array, y: np.Array): State {
  const loss = (candidates: Arrays) => lossOf(work, candidates, x, y);
  const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters)) as [np.Array, Arrays];
  value.dispose();
  if (work.optimizer === 'adam')
    return adam(work.learningRate, { parameters, means, squares, powers }, gradients);
  const moved = parameters.map((parameter, i) => parameter.sub(gradients[i].mul(work.learningRate)));
  return { parameters: moved, means, squares, powers };
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

function adam(rate: number, { parameters, means, squares, powers }: State, gradients: Arrays): State {
  const [power1, power2] = [powers[0].mul(beta1), powers[1].mul(beta2)];
  const next = parameters.map((parameter, i) => {
    const gradient = gradients[i];
    const mean = means[i].mul(beta1).add(gradient.ref.mul(1 - beta1));
    const square = squares[i].mul(beta2).add(np.square(gradient).mul(1 - beta2));
    const size = np.sqrt(square.ref.div(np.subtract(1, power2.ref))).add(epsilon);
    const direction = mean.ref.div(np.subtract(1, power1.ref)).div(size);
    return { parameter: parameter.sub(direction.mul(rate)), mean, square };
  });
  return {
    parameters: next.map(({ parameter }) => parameter),
    means: next.map(({ mean }) => mean),
    squares: next.map(({ square }) => square),
    powers: [power1, power2],
  };
}
