import { builtInLibrary, resolveChoice } from '../../nn/trace/index.ts';
import type { Choice } from '../../nn/define.ts';
import { gain, type Nonlinearity } from '../../nn/initializers/index.ts';
import { randomStream } from '../../numeric/index.ts';
import { verdict } from './cases.ts';
import type { ConformanceOutcome, ReadOracle } from './outcome.ts';

interface InitialiserCase {
  readonly initialiser: string;
  readonly shape?: readonly number[];
  readonly distribution?: string;
  readonly gain?: number;
  readonly mode?: string;
  readonly nonlinearity?: string;
  readonly a?: number;
  readonly bound?: number;
  readonly bias_bound?: number;
  readonly std?: number;
  readonly std_tolerance?: number;
  readonly mean_tolerance?: number;
  readonly factor?: number;
  readonly tol64?: number;
}
interface Gain {
  readonly nonlinearity: string;
  readonly param: number | null;
  readonly gain: number;
}

const FILE = 'initialisers/initialisers.json';

type Verdict = Pick<ConformanceOutcome, 'status' | 'detail'>;

/** Bounds, spreads and properties of samples, and gains. */
export async function* checkInitialisers(read: ReadOracle): AsyncGenerator<ConformanceOutcome> {
  const file = (await read(FILE)) as { gains: Gain[]; cases: InitialiserCase[] } | undefined;
  if (!file) return;
  for (const each of file.gains) {
    yield {
      file: FILE,
      case: `gain ${each.nonlinearity} ${each.param ?? ''}`.trim(),
      executor: 'none',
      ...checkGain(each),
    };
  }
  for (const [index, each] of file.cases.entries()) {
    yield { file: FILE, case: `${each.initialiser} ${index}`, executor: 'none', ...check(each) };
  }
}

/** PyTorch's names of activations in ours. */
const nonlinearities: Readonly<Record<string, Nonlinearity>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  leaky_relu: 'leakyRelu',
  selu: 'selu',
};

function checkGain({ nonlinearity, param, gain: expected }: Gain): Verdict {
  const own = nonlinearities[nonlinearity];
  if (!own) return { status: 'unsupported', detail: `gain of ${nonlinearity}` };
  return verdict({ gain: Math.abs(gain(own, param ?? undefined) / expected - 1) }, 1e-14);
}

function check(each: InitialiserCase): Verdict {
  if (each.initialiser === 'orthogonal') return checkOrthogonal(each);
  if (each.initialiser === 'torch_embedding_default')
    return checkSample({ ...each, ...spreadOf(1, 10_000) }, { name: 'normal' });
  if (each.initialiser === 'keras_truncated_normal_rescale') return checkTruncated(each);
  const choice = choiceOf(each);
  return choice && each.shape
    ? checkSample(each, choice)
    : { status: 'unsupported', detail: each.initialiser };
}

function choiceOf({ initialiser, ...options }: InitialiserCase): Choice | undefined {
  const nonlinearity = nonlinearities[options.nonlinearity ?? 'leaky_relu'];
  const kaiming = {
    mode: options.mode === 'fan_out' ? 'fanOut' : 'fanIn',
    nonlinearity,
    negativeSlope: options.a ?? 0,
  };
  const choices: Readonly<Record<string, Choice>> = {
    xavier_uniform: { name: 'xavierUniform', gain: options.gain ?? 1 },
    xavier_normal: { name: 'xavierNormal', gain: options.gain ?? 1 },
    kaiming_uniform: { name: 'kaimingUniform', ...kaiming },
    kaiming_normal: { name: 'kaimingNormal', ...kaiming },
    lecun_uniform: { name: 'lecunUniform' },
    lecun_normal: { name: 'lecunNormal' },
    torch_linear_or_conv_default: { name: 'pytorchLinear' },
  };
  return nonlinearity && choices[initialiser];
}

/** A sample of a weight of PyTorch's shape, [out, in, ...receptive field]. */
function sample(choice: Choice, shape: readonly number[], size = product(shape)): Float64Array {
  const { definition, options } = resolveChoice('initializer', builtInLibrary.initializers, choice);
  const field = product(shape.slice(2));
  const fan = { in: (shape[1] ?? 1) * field, out: shape[0] * field };
  const values = new Float64Array(size);
  definition.fill(
    values,
    shape,
    fan,
    options,
    randomStream(7, 'initial', JSON.stringify([choice, shape, size])),
  );
  return values;
}

/** Tolerances of 6 standard errors, where the case gives none. */
function spreadOf(std: number, size: number) {
  return {
    shape: [size, 1],
    std_tolerance: (6 * 0.71 * std) / Math.sqrt(size),
    mean_tolerance: (6 * std) / Math.sqrt(size),
  };
}

/** How far each figure is off, as a share of what is allowed. */
function checkSample(each: InitialiserCase, choice: Choice): Verdict {
  const shape = each.shape!;
  const values = sample(choice, shape);
  const { mean, deviation } = momentsOf(values);
  const errors: Record<string, number> = {
    mean: Math.abs(mean) / each.mean_tolerance!,
    deviation: Math.abs(deviation - each.std!) / each.std_tolerance!,
  };
  if (each.bound !== undefined) errors.bound = boundError(values, each.bound);
  if (each.bias_bound !== undefined)
    errors['bias bound'] = boundError(sample(choice, shape, shape[0]), each.bias_bound);
  return verdict(errors, 1);
}

/** At most 1 if no value lies beyond the bound and the largest lies close to it, as the number of values has it. */
function boundError(values: Float64Array, bound: number): number {
  const largest = largestOf(values) / bound;
  if (largest > 1) return Infinity;
  // One in a billion samples has its largest further from the bound than this.
  return (1 - largest) / Math.min(1, 21 / values.length);
}

/** Cut off at two deviations before rescaling, so that the deviation after it is 1. */
function checkTruncated({ factor }: InitialiserCase): Verdict {
  const size = 20_000;
  const values = sample({ name: 'truncatedNormal', deviation: 1, rescale: true }, [size, 1]);
  const { mean, deviation } = momentsOf(values);
  const { mean_tolerance, std_tolerance } = spreadOf(1, size);
  const errors = {
    mean: Math.abs(mean) / mean_tolerance,
    deviation: Math.abs(deviation - 1) / std_tolerance,
    cut: largestOf(values) <= 2 * factor! ? (2 - largestOf(values) / factor!) / 0.02 : Infinity,
  };
  return verdict(errors, 1);
}

/** The Gram matrix of the fewer vectors is gain^2 times the identity. */
function checkOrthogonal({ shape, gain: factor = 1, tol64 = 1e-10 }: InitialiserCase): Verdict {
  const rows = shape![0];
  const columns = product(shape!) / rows;
  const values = sample({ name: 'orthogonal', gain: factor }, shape!);
  const [count, length] = rows <= columns ? [rows, columns] : [columns, rows];
  const at = (vector: number, i: number): number =>
    values[rows <= columns ? vector * columns + i : i * columns + vector];
  let worst = 0;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let i = 0; i < length; i++) dot += at(a, i) * at(b, i);
      worst = Math.max(worst, Math.abs(dot / (factor * factor) - (a === b ? 1 : 0)));
    }
  }
  return verdict({ 'inner products': worst }, tol64);
}

function momentsOf(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((total, x) => total + x, 0) / values.length;
  const squares = values.reduce((total, x) => total + (x - mean) * (x - mean), 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

function largestOf(values: Float64Array): number {
  return values.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((a, b) => a * b, 1);
}
