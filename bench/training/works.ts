import { randomStream } from '../../src/numeric/index.ts';

/** A net, its data and how it learns: the same for every contestant. */
export interface Work {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly hidden: 'tanh' | 'relu';
  readonly output: 'tanh' | 'none';
  readonly loss: 'meanSquaredError' | 'crossEntropy';
  readonly optimizer: 'sgd' | 'adam';
  readonly learningRate: number;
  /** Rows of a batch. */
  readonly rows: number;
  /** Different batches, gone through again and again. */
  readonly batches: number;
  /** How far two updates of all weights together may lie apart, as a share of their length. */
  readonly tolerance: number;
}

/** Adam's rate is small so that nothing is learned by heart, which would fill the tensors with denormal numbers. */
const adam = {
  loss: 'crossEntropy',
  optimizer: 'adam',
  learningRate: 1e-5,
  hidden: 'relu',
  output: 'none',
} as const;

export const works: readonly Work[] = [
  {
    name: '2-4-2-1',
    sizes: [2, 4, 2, 1],
    hidden: 'tanh',
    output: 'tanh',
    loss: 'meanSquaredError',
    optimizer: 'sgd',
    learningRate: 0.01,
    rows: 10,
    batches: 20,
    tolerance: 1e-4,
  },
  { name: '30-64-32-2', sizes: [30, 64, 32, 2], ...adam, rows: 32, batches: 64, tolerance: 1e-3 },
  { name: '784-512-512-10', sizes: [784, 512, 512, 10], ...adam, rows: 128, batches: 32, tolerance: 1e-3 },
];

/** One dense layer: weights row-major [inputs, units]. */
export interface DenseLayer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** The layers as every contestant starts from them. */
export function initialLayers({ sizes }: Work): DenseLayer[] {
  return sizes.slice(1).map((units, layer) => {
    const inputs = sizes[layer];
    const stream = randomStream(1, 'bench', `layer ${layer}`);
    const scale = Math.sqrt(1 / inputs);
    const weights = Float32Array.from({ length: inputs * units }, (_, i) => scale * stream.normal(i));
    const biases = Float32Array.from({ length: units }, (_, i) => 0.1 * stream.normal(weights.length + i));
    return { inputs, units, weights, biases };
  });
}

export interface Data {
  /** Row-major [batches * rows, inputs]. */
  readonly features: Float32Array;
  /** Class numbers, or numbers between -0.8 and 0.8; one a row. */
  readonly targets: Int32Array | Float32Array;
}

export function createData({ sizes, rows, batches, loss }: Work): Data {
  const length = rows * batches;
  const stream = randomStream(2, 'bench', 'data');
  const features = Float32Array.from({ length: length * sizes[0] }, (_, i) => stream.normal(i));
  const uniform = randomStream(3, 'bench', 'targets');
  const classes = sizes[sizes.length - 1];
  const targets =
    loss === 'crossEntropy'
      ? Int32Array.from({ length }, (_, i) => Math.floor(classes * uniform.uniform(i)))
      : Float32Array.from({ length }, (_, i) => 1.6 * uniform.uniform(i) - 0.8);
  return { features, targets };
}

/** Class numbers as rows of zeros with a one. */
export function oneHot(targets: ArrayLike<number>, classes: number): Float32Array {
  const rows = new Float32Array(targets.length * classes);
  for (let row = 0; row < targets.length; row++) rows[row * classes + targets[row]] = 1;
  return rows;
}

/** All numbers of the layers in one array: weights and biases of the first layer, of the second, ... */
export function flatten(arrays: readonly ArrayLike<number>[]): Float32Array {
  return Float32Array.from(arrays.flatMap((array) => Array.from(array)));
}
