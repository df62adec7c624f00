import type { RegressionInput } from '../../nn/define.ts';
import { metrics } from '../../nn/metrics/index.ts';
import { permutation } from '../../numeric/index.ts';
import { niceStep } from '../svg/ticks.ts';
import { largest } from './largest.ts';
import type { MeasuredRows } from './partRows.ts';
import type { Histogram, NumberReport } from './types.ts';

const WORST_ROWS = 6;
/** Dots that a picture takes before it is a blot. */
const MOST_PAIRS = 1200;

/** How far off the predictions of a number are. */
export function numberReport(
  target: string,
  input: RegressionInput,
  { part, rows, learnedFrom }: MeasuredRows,
): NumberReport {
  const { truth, prediction } = input;
  const errors = truth.map((value, at) => value - prediction[at]);
  const wrong = largest(errors.map(Math.abs), WORST_ROWS);
  return {
    task: 'regression',
    target,
    part,
    learnedFrom,
    rows: rows.length,
    pairs: pairs(input),
    tenths: tenths(input),
    residuals: histogram(errors),
    meanResidual: mean(errors),
    mae: metrics.mae.compute(input),
    worst: wrong.map((at) => ({ row: rows[at] + 1, truth: truth[at], predicted: prediction[at] })),
  };
}

function pairs({ truth, prediction }: RegressionInput): (readonly [number, number])[] {
  const order =
    truth.length <= MOST_PAIRS
      ? truth.keys()
      : permutation(0, 'rows of a picture', 0, truth.length).subarray(0, MOST_PAIRS);
  return Array.from(order, (at) => [prediction[at], truth[at]] as const);
}

/** Means over tenths of the rows (at least five in each), ordered by prediction: where they leave the diagonal, the model is biased. */
function tenths({ truth, prediction }: RegressionInput): (readonly [number, number])[] {
  const order = Int32Array.from(truth.keys()).sort((a, b) => prediction[a] - prediction[b]);
  const groups = Math.min(10, Math.floor(order.length / 5));
  return Array.from({ length: groups }, (_, group) => {
    const own = order.subarray(
      Math.floor((group * order.length) / groups),
      Math.floor(((group + 1) * order.length) / groups),
    );
    return [meanAt(prediction, own), meanAt(truth, own)] as const;
  });
}

/**
 * Bars of a round width with an edge at 0, over the middle 99 % of the values; beyond, they are counted together.
 */
export function histogram(values: ArrayLike<number>): Histogram {
  const sorted = Float64Array.from(values).sort();
  const cut = Math.floor(sorted.length * 0.005);
  const [low, high] = [sorted[cut], sorted[sorted.length - 1 - cut]];
  const bars = Math.max(5, Math.min(30, Math.ceil(Math.sqrt(sorted.length))));
  const step = niceStep(spanOf(low, high), bars);
  const first = Math.floor(low / step);
  const counts = Array.from({ length: Math.floor(high / step) - first + 1 }, () => 0);
  let [below, above] = [0, 0];
  for (const value of sorted) {
    const bar = Math.floor(value / step) - first;
    if (bar < 0) below++;
    else if (bar >= counts.length) above++;
    else counts[bar]++;
  }
  return { start: first * step, step, counts, below, above };
}

/** Values that are all but equal get as much room as they are large. */
function spanOf(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < 1e-300) return 1;
  return high - low > 1e-9 * size ? high - low : size;
}

const mean = (values: Float64Array | readonly number[]): number =>
  (values as readonly number[]).reduce((sum, value) => sum + value, 0) / values.length;

function meanAt(values: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += values[rows[i]];
  return sum / rows.length;
}
