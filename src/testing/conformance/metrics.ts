import type { ClassificationInput, MetricInput, RegressionInput } from '../../nn/define.ts';
import {
  calibrationErrorOf,
  calibrationErrorOfClass,
  classScores,
  confusionMatrix,
  metrics,
  rankingCurve,
  summedBrierScore,
  topAccuracy,
  type MetricName,
} from '../../nn/metrics/index.ts';
import { numbers, readCases, verdict } from './cases.ts';
import { relativeError, type ConformanceOutcome, type ReadOracle } from './outcome.ts';

type Values = readonly (number | string)[];
interface MetricCase {
  readonly case: string;
  readonly y_true: readonly number[] | OracleTensor;
  readonly y_pred?: readonly number[] | OracleTensor;
  readonly prob?: OracleTensor;
  readonly score?: Values;
  readonly sample_weight?: Values | null;
  readonly expected: Readonly<Record<string, unknown>>;
}
interface OracleTensor {
  readonly shape: readonly number[];
  readonly data: Values;
}

/** scikit-learn's names of single numbers in ours. */
const metricNames: Record<string, MetricName> = {
  accuracy: 'accuracy',
  balanced_accuracy: 'balancedAccuracy',
  matthews: 'matthews',
  cohen_kappa: 'cohenKappa',
  log_loss: 'logLoss',
  brier: 'brierScore',
  roc_auc: 'auc',
  roc_auc_ovr_macro: 'auc',
  roc_auc_ovr_weighted: 'weightedAuc',
  roc_auc_ovo_macro: 'oneVsOneAuc',
  roc_auc_ovo_weighted: 'weightedOneVsOneAuc',
  average_precision: 'averagePrecision',
  pr_auc_trapezoid: 'precisionRecallArea',
  mse: 'mse',
  rmse: 'rmse',
  mae: 'mae',
  r2: 'r2',
  mape: 'mape',
  explained_variance: 'explainedVariance',
  median_absolute_error: 'medianAbsoluteError',
  max_error: 'maxError',
};

/** Every number of every case; one that we do not have is reported by name, the others are still checked. */
export async function* checkMetrics(read: ReadOracle): AsyncGenerator<ConformanceOutcome> {
  for (const { file, header, cases } of await readCases<MetricCase>(read, 'metrics')) {
    for (const each of cases) {
      const input = inputOf(each);
      for (const [name, expected] of Object.entries(each.expected)) {
        const values = valuesOf(name, input, expected);
        const outcome = values
          ? verdict({ [name]: relativeError(values, flatNumbers(expected)) }, Number(header.tol64))
          : { status: 'unsupported' as const, detail: name };
        yield { file, case: `${each.case}: ${name}`, executor: 'none', ...outcome };
      }
    }
  }
}

function inputOf(each: MetricCase): MetricInput {
  const weights = each.sample_weight ? numbers(each.sample_weight) : undefined;
  if (isTensor(each.y_true)) return regressionInput(each.y_true, each.y_pred as OracleTensor, weights);
  const truth = Int32Array.from(each.y_true);
  if (each.prob)
    return {
      task: 'classification',
      truth,
      probabilities: numbers(each.prob.data),
      classes: each.prob.shape[1],
      weights,
    };
  if (each.score) {
    const probabilities = Float64Array.from(
      { length: truth.length * 2 },
      (_, i) => Number(each.score![i >> 1]) * (i % 2 ? 1 : -1),
    );
    return { task: 'classification', truth, probabilities, classes: 2, weights };
  }
  return labelledInput(truth, each.y_pred as readonly number[], weights);
}

/** Stated classes are probabilities of 0 and 1. */
function labelledInput(
  truth: Int32Array,
  predicted: readonly number[],
  weights?: Float64Array,
): ClassificationInput {
  const classes = Math.max(...truth, ...predicted) + 1;
  const probabilities = new Float64Array(truth.length * classes);
  predicted.forEach((label, row) => (probabilities[row * classes + label] = 1));
  return { task: 'classification', truth, probabilities, classes, weights };
}

function regressionInput(
  truth: OracleTensor,
  prediction: OracleTensor,
  weights?: Float64Array,
): RegressionInput {
  return {
    task: 'regression',
    truth: numbers(truth.data),
    prediction: numbers(prediction.data),
    outputs: truth.shape[1] ?? 1,
    weights,
  };
}

type Compute = (input: ClassificationInput, expected: unknown) => readonly number[];

/** Expected entries that are more than one number, or not in the list of metrics. */
const classificationEntries: Readonly<Record<string, Compute>> = {
  labels: occurring,
  confusion_matrix: (input) => {
    const counts = confusionMatrix(input);
    const labels = occurring(input);
    return labels.flatMap((row) => labels.map((column) => counts[row * input.classes + column]));
  },
  per_class: (input, expected) => {
    const scores = classScores(input);
    const keys = Object.keys(expected as object) as (keyof typeof scores)[];
    return keys.flatMap((key) => occurring(input).map((label) => scores[key][label]));
  },
  macro: averages('macro'),
  micro: averages('micro'),
  weighted: averages('weighted'),
  brier_multiclass: (input) => [summedBrierScore(input)],
  roc_curve: rocCurve,
};

/** What we make of an expected entry, flat; undefined where we have no such thing. */
function valuesOf(name: string, input: MetricInput, expected: unknown): readonly number[] | undefined {
  if (Object.hasOwn(metricNames, name)) return [metrics[metricNames[name]].compute(input)];
  if (input.task === 'regression') return undefined;
  if (Object.hasOwn(classificationEntries, name)) return classificationEntries[name](input, expected);
  return withNumber(name)?.(input, expected);
}

/** `top_2_accuracy`, `ece_10`, `ece_10_of_class_1`: k or bins stand in the name. */
function withNumber(name: string): Compute | undefined {
  const [, top, bins, ofClass] = /^(?:top_(\d+)_accuracy|ece_(\d+)(?:_of_class_(\d+))?)$/.exec(name) ?? [];
  if (top) return (input) => [topAccuracy(input, Number(top))];
  if (ofClass) return (input) => [calibrationErrorOfClass(input, Number(ofClass), Number(bins))];
  return bins ? (input) => [calibrationErrorOf(input, Number(bins))] : undefined;
}

function averages(averaging: 'macro' | 'micro' | 'weighted'): Compute {
  const scores = { precision: 'Precision', recall: 'Recall', f1: 'F1' } as const;
  return (input, expected) => {
    const keys = Object.keys(expected as object).filter(
      (key) => key !== 'support',
    ) as (keyof typeof scores)[];
    return keys.map((key) => metrics[`${averaging}${scores[key]}`].compute(input));
  };
}

/** The classes that truth or prediction has; scikit-learn knows no others. */
function occurring(input: ClassificationInput): number[] {
  const counts = confusionMatrix({ ...input, weights: undefined });
  const all = Array.from({ length: input.classes }, (_, k) => k);
  return all.filter((k) =>
    all.some((other) => counts[k * input.classes + other] + counts[other * input.classes + k] > 0),
  );
}

function rocCurve({ truth, probabilities, weights }: ClassificationInput): number[] {
  const score = Float64Array.from(truth, (_, row) => probabilities[row * 2 + 1]);
  const { truePositives, falsePositives } = rankingCurve((row) => truth[row] === 1, score, weights);
  const rates = (counts: Float64Array) => [0, ...counts.map((count) => count / counts.at(-1)!)];
  return [...rates(falsePositives), ...rates(truePositives)];
}

function isTensor(value: unknown): value is OracleTensor {
  return typeof value === 'object' && value !== null && 'data' in value;
}

/** All numbers of an expected entry in order; `null` (a support that an average has not) is no number. */
function flatNumbers(expected: unknown): number[] {
  if (expected === null) return [];
  if (typeof expected !== 'object') return [Number(expected)];
  return Object.values(expected).flatMap(flatNumbers);
}
