import type { MetricDefinition, MetricInput } from '../../nn/define.ts';
import { bootstrapInterval } from '../../nn/metrics/index.ts';
import type { Verdict } from '../result.ts';

/** Compares two models' predictions of the same rows, drawing the same rows for both. */
export function verdict(
  metric: MetricDefinition,
  model: MetricInput,
  linear: MetricInput,
  seed: number,
): Verdict {
  const gainOf = (a: MetricInput, b: MetricInput): number =>
    metric.better === 'higher'
      ? metric.compute(a) - metric.compute(b)
      : metric.compute(b) - metric.compute(a);
  const difference: MetricDefinition = {
    ...metric,
    compute: (input) => gainOf(...separate(input)),
  };
  const gain = gainOf(model, linear);
  const interval = bootstrapInterval(difference, joined(model, linear), { seed }) ?? null;
  const better =
    interval === null ? 'neither' : interval.low > 0 ? 'model' : interval.high < 0 ? 'linear' : 'neither';
  return { metric: metric.name, gain, interval, better, text: texts[better](metric.name) };
}

const texts: Record<Verdict['better'], (metric: string) => string> = {
  model: (metric) => `The net beats a linear model on the test rows by ${metric}.`,
  neither: (metric) =>
    `A linear model is as good on the test rows by ${metric}, within the noise; --set model.kind=linear trains it.`,
  linear: (metric) =>
    `A linear model is better on the test rows by ${metric}; --set model.kind=linear trains it.`,
};

/** Both predictions side by side in one input, so that a resample draws the same rows of both. */
function joined(a: MetricInput, b: MetricInput): MetricInput {
  if (a.task === 'classification' && b.task === 'classification') {
    return {
      ...a,
      probabilities: sideBySide(a.probabilities, b.probabilities, a.classes),
      classes: 2 * a.classes,
    };
  }
  if (a.task === 'regression' && b.task === 'regression') {
    const outputs = a.outputs ?? 1;
    const prediction = sideBySide(a.prediction, b.prediction, outputs);
    return { ...a, truth: sideBySide(a.truth, a.truth, outputs), prediction, outputs: 2 * outputs };
  }
  throw new Error('two predictions of different tasks');
}

function separate(input: MetricInput): [MetricInput, MetricInput] {
  if (input.task === 'classification') {
    const classes = input.classes / 2;
    const [left, right] = apart(input.probabilities, classes);
    return [
      { ...input, probabilities: left, classes },
      { ...input, probabilities: right, classes },
    ];
  }
  const outputs = (input.outputs ?? 1) / 2;
  const [left, right] = apart(input.prediction, outputs);
  const [truth] = apart(input.truth, outputs);
  return [
    { ...input, truth, prediction: left, outputs },
    { ...input, truth, prediction: right, outputs },
  ];
}

function sideBySide(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const both = new Float64Array(a.length * 2);
  for (let row = 0; row * width < a.length; row++) {
    both.set(a.subarray(row * width, (row + 1) * width), 2 * row * width);
    both.set(b.subarray(row * width, (row + 1) * width), (2 * row + 1) * width);
  }
  return both;
}

function apart(both: Float64Array, width: number): [Float64Array, Float64Array] {
  const left = new Float64Array(both.length / 2);
  const right = new Float64Array(both.length / 2);
  for (let row = 0; row * width < left.length; row++) {
    left.set(both.subarray(2 * row * width, (2 * row + 1) * width), row * width);
    right.set(both.subarray((2 * row + 1) * width, (2 * row + 2) * width), row * width);
  }
  return [left, right];
}
