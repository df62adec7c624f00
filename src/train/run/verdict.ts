import type { MetricDefinition, MetricInput } from '../../nn/define.ts';
import type { Interval } from '../../nn/metrics/index.ts';
import type { Verdict } from '../result.ts';

/** The model's and the linear baseline's predictions of the same test rows, and by how much the model may be better than it. */
export function verdict(
  metric: MetricDefinition,
  model: MetricInput,
  linear: MetricInput,
  interval: Interval | null,
): Verdict {
  const [better, worse] = metric.better === 'higher' ? [model, linear] : [linear, model];
  const gain = metric.compute(better) - metric.compute(worse);
  const winner =
    interval === null ? 'neither' : interval.low > 0 ? 'model' : interval.high < 0 ? 'linear' : 'neither';
  return { metric: metric.name, gain, interval, better: winner, text: texts[winner](metric.name) };
}

const texts: Record<Verdict['better'], (metric: string) => string> = {
  model: (metric) => `The net beats a linear model on the test rows by ${metric}.`,
  neither: (metric) =>
    `A linear model is as good on the test rows by ${metric}, within the noise; --set model.kind=linear trains it.`,
  linear: (metric) =>
    `A linear model is better on the test rows by ${metric}; --set model.kind=linear trains it.`,
};
