import { randomStream } from '../../numeric/index.ts';
import type { MetricDefinition, MetricInput } from '../define.ts';

/** Where a metric lies, with 95 % confidence, judged by the rows at hand. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  /** How many times the rows are drawn again; 1000 when left out. */
  readonly resamples?: number;
}

/**
 * The percentile bootstrap (Efron 1979): the metric on as many rows, drawn with replacement, again and again; from the
 * 2.5th to the 97.5th percentile of what comes out. The same seed draws the same rows, for every metric. Resamples that
 * do not define the metric (one class alone) are left out; undefined when fewer than half are left.
 */
export function bootstrapInterval(
  metric: MetricDefinition,
  input: MetricInput,
  { seed, resamples = 1000 }: BootstrapOptions,
): Interval | undefined {
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const value = metric.compute(rowsAt(input, draw(seed, resample, rowsOf(input))));
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length * 2 < resamples || values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** As many row numbers as there are rows, each equally likely each time. */
function draw(seed: number, resample: number, rows: number): Int32Array {
  const random = randomStream(seed, 'bootstrap', String(resample));
  const drawn = new Int32Array(rows);
  for (let i = 0; i < rows; i++) drawn[i] = Math.floor(random.uniform(i) * rows);
  return drawn;
}

function rowsOf(input: MetricInput): number {
  return input.task === 'classification' ? input.truth.length : input.truth.length / (input.outputs ?? 1);
}

function rowsAt(input: MetricInput, rows: Int32Array): MetricInput {
  const weights = input.weights && taken(input.weights, rows, 1);
  if (input.task === 'classification') {
    const probabilities = taken(input.probabilities, rows, input.classes);
    return { ...input, truth: rows.map((row) => input.truth[row]), probabilities, weights };
  }
  const { outputs = 1 } = input;
  const truth = taken(input.truth, rows, outputs);
  return { ...input, truth, prediction: taken(input.prediction, rows, outputs), weights };
}

function taken(values: Float64Array, rows: Int32Array, width: number): Float64Array {
  const result = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < width; j++) result[i * width + j] = values[rows[i] * width + j];
  }
  return result;
}

/** By interpolation between neighbours (scikit-learn's and numpy's way). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
