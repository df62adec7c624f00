import { NeumannError } from '../../errors.ts';
import type { ClassificationInput, MetricDefinition, MetricInput, RegressionInput } from '../define.ts';

interface MetricOf<Input> {
  readonly name: string;
  readonly summary: string;
  readonly better: 'higher' | 'lower';
  compute(input: Input): number;
}

/** A metric of classes and their probabilities; the input is checked before `compute` sees it. */
export function defineClassificationMetric(metric: MetricOf<ClassificationInput>): MetricDefinition {
  return {
    ...metric,
    task: 'classification',
    compute: (input) => metric.compute(checkClassification(metric.name, input)),
  };
}

/** A metric of numbers; the input is checked before `compute` sees it. */
export function defineRegressionMetric(metric: MetricOf<RegressionInput>): MetricDefinition {
  return {
    ...metric,
    task: 'regression',
    compute: (input) => metric.compute(checkRegression(metric.name, input)),
  };
}

function checkClassification(name: string, input: MetricInput): ClassificationInput {
  if (input.task !== 'classification') throw refuse(name, 'is a metric of classes, but was given numbers');
  const { truth, probabilities, classes } = input;
  if (probabilities.length !== truth.length * classes)
    throw refuse(
      name,
      `needs ${truth.length} x ${classes} probabilities, but was given ${probabilities.length}`,
    );
  if (truth.some((label) => label < 0 || label >= classes))
    throw refuse(name, `needs labels from 0 to ${classes - 1}, but was given others`);
  checkRows(name, truth.length, input.weights);
  return input;
}

function checkRegression(name: string, input: MetricInput): RegressionInput {
  if (input.task !== 'regression') throw refuse(name, 'is a metric of numbers, but was given classes');
  const { truth, prediction, outputs = 1 } = input;
  if (truth.length !== prediction.length || truth.length % outputs !== 0)
    throw refuse(name, `was given ${prediction.length} predictions for ${truth.length} true values`);
  checkRows(name, truth.length / outputs, input.weights);
  return input;
}

function checkRows(name: string, rows: number, weights: Float64Array | undefined): void {
  if (rows === 0) throw refuse(name, 'needs at least one row');
  if (weights && weights.length !== rows)
    throw refuse(name, `was given ${weights.length} weights for ${rows} rows`);
  if (weights?.some((weight) => !(weight >= 0))) throw refuse(name, 'needs weights of 0 or more');
}

function refuse(name: string, reason: string): NeumannError {
  return new NeumannError('metric', `The metric ${name} ${reason}.`);
}
