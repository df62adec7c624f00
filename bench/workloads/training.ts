import type { Numbers } from '../harness/caseFile.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { dropoutMasks } from './dropoutMasks.ts';
import type { Workload } from './workload.ts';

/** A net, its data and how it learns: the same for every contestant. */
export interface Training {
  readonly sizes: readonly number[];
  readonly hidden: 'tanh' | 'relu';
  readonly output: 'tanh' | 'none';
  /** Of the outputs of each hidden layer. */
  readonly dropout: number;
  readonly loss: 'meanSquaredError' | 'crossEntropy';
  readonly optimizer: 'sgd' | 'adam' | 'adamW';
  readonly learningRate: number;
  /** Of sgd; 0 is none. */
  readonly momentum: number;
  /** Of adamW, on weights and biases alike, as PyTorch has it. */
  readonly weightDecay: number;
  /** Rows of a batch. */
  readonly rows: number;
  /** Different batches, gone through again and again. */
  readonly batches: number;
  /** Steps whose results are compared; dropout's masks are given for these, so that everyone drops the same. */
  readonly comparedSteps: number;
}

/** One dense layer: weights row-major [inputs, units]. */
export interface DenseLayer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: Float32Array<ArrayBuffer>;
  readonly biases: Float32Array<ArrayBuffer>;
}

/** The workload of one net. */
export function trainingWorkload(
  name: string,
  title: string,
  training: Training,
  tolerance: number,
): Workload {
  const { rows, comparedSteps } = training;
  return {
    name,
    title: `Training ${title}`,
    cases: () => [
      {
        name,
        title,
        kind: 'train',
        settings: training,
        arrays: arraysOf(training),
        compared: { steps: comparedSteps, tolerance },
        counted: { unit: 'row', each: rows },
      },
    ],
  };
}

/** `weights0`, `biases0`, ...; `features` [batches * rows, inputs]; `targets`; `masks` [compared steps][layer][rows, units]. */
function arraysOf(training: Training): Record<string, Numbers> {
  const layers = initialLayers(training).flatMap(({ weights, biases }, index) => [
    [`weights${index}`, weights] as const,
    [`biases${index}`, biases] as const,
  ]);
  const masks = training.dropout > 0 ? [['masks', dropoutMasks(training)] as const] : [];
  return { ...Object.fromEntries([...layers, ...masks]), ...createData(training) };
}

function initialLayers({ sizes }: Training): DenseLayer[] {
  return sizes.slice(1).map((units, layer) => {
    const inputs = sizes[layer];
    const stream = randomStream(1, 'bench', `layer ${layer}`);
    const scale = Math.sqrt(1 / inputs);
    const weights = Float32Array.from({ length: inputs * units }, (_, i) => scale * stream.normal(i));
    const biases = Float32Array.from({ length: units }, (_, i) => 0.1 * stream.normal(weights.length + i));
    return { inputs, units, weights, biases };
  });
}

/** Targets are class numbers, or numbers between -0.8 and 0.8; one a row. */
function createData({ sizes, rows, batches, loss }: Training): Record<string, Numbers> {
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
