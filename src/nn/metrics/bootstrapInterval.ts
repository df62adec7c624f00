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
  return bootstrapIntervals([metric], input, options)[metric.name];
}

/** The intervals of several metrics by name, from rows drawn once for all of them; of those that have one. */
export function bootstrapIntervals(
  metrics: readonly MetricDefinition[],
  input: MetricInput,
  options: BootstrapOptions,
): Readonly<Record<string, Interval>> {
  const sample = rowTaker(input);
  const found = intervals(metrics.length, input, options, (drawn) => computeAll(metrics, sample(drawn)));
  return named(metrics, found);
}

const computeAll = (metrics: readonly MetricDefinition[], input: MetricInput): number[] =>
  metrics.map((metric) => metric.compute(input));

function named(
  metrics: readonly MetricDefinition[],
  found: readonly (Interval | undefined)[],
): Readonly<Record<string, Interval>> {
  const each = metrics.flatMap(({ name }, index) => {
    const interval = found[index];
    return interval ? [[name, interval] as const] : [];
  });
  return Object.fromEntries(each);
}

export interface BootstrapComparison {
  readonly intervals: Readonly<Record<string, Interval>>;
  /** By how much the model's metric is better than the other's. */
  readonly gain: Interval | undefined;
}

/**
 * `bootstrapIntervals` of a model, and from the same draws by how much it is better than another on the same rows by one of the metrics:
 * what makes rows hard for both cancels. Where 0 lies outside, the difference is more than chance.
 */
export function bootstrapComparison(
  metrics: readonly MetricDefinition[],
  model: MetricInput,
  { by, other }: { readonly by: MetricDefinition; readonly other: MetricInput },
  options: BootstrapOptions,
): BootstrapComparison {
  const [ofModel, ofOther] = [rowTaker(model), rowTaker(other)];
  const at = metrics.findIndex(({ name }) => name === by.name);
  const found = intervals(metrics.length + 1, model, options, (drawn) => {
    const own = computeAll(metrics, ofModel(drawn));
    const others = by.compute(ofOther(drawn));
    return [...own, by.better === 'higher' ? own[at] - others : others - own[at]];
  });
  return { intervals: named(metrics, found), gain: found[metrics.length] };
}

/** Of each of `count` values, which `compute` gives for the rows drawn. */
function intervals(
  count: number,
  input: MetricInput,
  { seed, resamples = usualResamples(input) }: BootstrapOptions,
  compute: (drawn: Int32Array) => readonly number[],
): (Interval | undefined)[] {
  const drawn = new Int32Array(rowsOf(input));
  const found = Array.from({ length: count }, () => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    draw(seed, resample, drawn);
    compute(drawn).forEach((value, index) => (found[index][resample] = value));
  }
  return found.map(intervalOf);
}

function intervalOf(values: Float64Array): Interval | undefined {
  const defined = values.filter((value) => !Number.isNaN(value)).sort();
  if (defined.length === 0 || defined.length * 2 < values.length) return undefined;
  return { low: quantile(defined, 0.025), high: quantile(defined, 0.975) };
}

/** As many row numbers as there are rows, each equally likely each time. */
function draw(seed: number, resample: number, drawn: Int32Array): void {
  randomStream(seed, 'bootstrap', String(resample)).fillBelow(drawn.length, drawn);
}

function rowsOf(input: MetricInput): number {
  return input.task === 'classification' ? input.truth.length : input.truth.length / (input.outputs ?? 1);
}

/** Gives the rows drawn, in arrays that are written over the next time: new ones would be megabytes for every draw. */
function rowTaker(input: MetricInput): (rows: Int32Array) => MetricInput {
  const weights = input.weights && taker(input.weights, 1);
  if (input.task === 'classification') {
    const truth = taker(input.truth, 1);
    const probabilities = taker(input.probabilities, input.classes);
    return (rows) => ({
      ...input,
      truth: truth(rows),
      probabilities: probabilities(rows),
      weights: weights?.(rows),
    });
  }
  const { outputs = 1 } = input;
  const truth = taker(input.truth, outputs);
  const prediction = taker(input.prediction, outputs);
  return (rows) => ({
    ...input,
    truth: truth(rows),
    prediction: prediction(rows),
    weights: weights?.(rows),
  });
}

function taker<Values extends Float64Array | Int32Array>(
  values: Values,
  width: number,
): (rows: Int32Array) => Values {
  const taken = values.slice() as Values;
  return (rows) => {
    if (width === 1) for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
    else
      for (let i = 0; i < rows.length; i++)
        for (let j = 0; j < width; j++) taken[i * width + j] = values[rows[i] * width + j];
    return taken;
  };
}

/** By interpolation between neighbours (scikit-learn's and numpy's way). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
