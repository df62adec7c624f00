import type { MetricDefinition, MetricInput } from '../../nn/define.ts';
import { metrics } from '../../nn/metrics/index.ts';
import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';

/** Metrics by name, whatever list they come from. */
const all: Readonly<Record<string, MetricDefinition>> = metrics;

/** What a result tells of each task, besides the loss. */
export const reportedMetrics = {
  classification: ['accuracy', 'macroF1', 'logLoss', 'auc'],
  regression: ['r2', 'rmse', 'mae'],
} as const;

/** What every epoch tells: cheap ones. */
export const epochMetrics = { classification: ['accuracy'], regression: ['r2'] } as const;

type Task = MetricInput['task'];

/** The metric of that name for the task; a NeumannError says which there are. */
export function metricFor(name: string, task: Task): MetricDefinition {
  const metric = Object.hasOwn(all, name) ? all[name] : undefined;
  if (metric?.task === task) return metric;
  const names = Object.keys(all).filter((key) => all[key].task === task);
  const likely = didYouMean(name, names);
  const hint = likely ? ` Did you mean "${likely}"?` : '';
  throw new NeumannError(
    'metric',
    `There is no metric "${name}" for ${task}; there are loss, ${names.join(', ')}.${hint}`,
  );
}

/** Several metrics of the same predictions; those that these rows do not define, or that overflow, are left out. */
export function scoresOf(names: readonly string[], input: MetricInput): Record<string, number> {
  const values = names.map((name) => [name, metricFor(name, input.task).compute(input)] as const);
  return Object.fromEntries(values.filter(([, value]) => Number.isFinite(value)));
}

/** `validation.accuracy`: the metric watched, and which way is better. */
export function monitorOf(monitor: string, task: Task): { metric: string; better: 'higher' | 'lower' } {
  const metric = monitor.slice(monitor.indexOf('.') + 1);
  return { metric, better: metric === 'loss' ? 'lower' : metricFor(metric, task).better };
}
