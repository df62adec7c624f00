import { randomStream } from '../../numeric/index.ts';
import type { MetricDefinition, MetricInput } from '../define.ts';

/** Where a metric lies, with 95 % confidence, judged by the rows at hand. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  /** How many times the rows are drawn again; when left out 1000, and fewer from 2000 rows (or many classes) on, down to 200. */
  readonly resamples?: number;
}

/** Two million rows drawn in all: where there are many, the interval is narrow and its ends need not be known so well. */
const DRAWN_ROWS = 2_000_000;
/** Each class of each row is looked at. */
const DRAWN_PROBABILITIES = 20_000_000;

function usualResamples(input: MetricInput): number {
  const rows = Math.max(1, rowsOf(input));
  const classes = input.task === 'classification' ? input.classes : 1;
  const wanted = Math.min(DRAWN_ROWS / rows, DRAWN_PROBABILITIES / (rows * classes));
  return Math.min(1000, Math.max(200, Math.floor(wanted)));
}

/**
 * The percentile bootstrap (Efron 1979): the metric on as many rows, drawn with replacement, again and again; from the
 * 2.5th to the 97.5th percentile of what comes out. The same seed draws the same rows, for every metric. Resamples that
 * do not define the metric (one class alone) are left out; undefined when fewer than half are left.
 */
export function bootstrapInterval(
  metric: MetricDefinition,
  input: MetricInput,
  options: BootstrapOptions,
): Interval | undefined {
  return interval(input, (drawn) => metric.compute(rowsAt(input, drawn)), options);
}

/**
 * By how much the metric of one model is above that of another on the same rows: both are measured on the same draws, so
 * that what makes rows hard for both cancels. Where 0 lies outside, the difference is more than chance.
 */
export function bootstrapDifference(
  metric: MetricDefinition,
  model: MetricInput,
  other: MetricInput,
  options: BootstrapOptions,
): Interval | undefined {
  const difference = (drawn: Int32Array) =>
    metric.compute(rowsAt(model, drawn)) - metric.compute(rowsAt(other, drawn));
  return interval(model, difference, options);
}

function interval(
  input: MetricInput,
  compute: (drawn: Int32Array) => number,
  { seed, resamples = usualResamples(input) }: BootstrapOptions,
): Interval | undefined {
  const rows = rowsOf(input);
  const values = Float64Array.from({ length: resamples }, (_, resample) =>
    compute(draw(seed, resample, rows)),
  );
  const defined = values.filter((value) => !Number.isNaN(value)).sort();
  if (defined.length === 0 || defined.length * 2 < resamples) return undefined;
  return { low: quantile(defined, 0.025), high: quantile(defined, 0.975) };
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
