import type { Prepared } from '../../data/prepare/index.ts';
import type { Table } from '../../data/table/index.ts';
import type { ClassificationInput, MetricInput, MetricDefinition } from '../../nn/define.ts';
import { metrics } from '../../nn/metrics/index.ts';
import { permutation } from '../../numeric/index.ts';
import type { Model, TargetPrediction } from '../../train/index.ts';
import type { MeasuredRows } from './partRows.ts';
import type { Importance, SkippedImportance, TargetImportance } from './types.ts';

/** More rows make the numbers hardly more exact. */
const MOST_ROWS = 2000;
/** Fewer would be noise. */
const FEWEST_ROWS = 200;
const MOST_REPEATS = 5;

export interface ImportanceOptions {
  readonly seed: number;
  /** How many multiplications by weights may be spent. */
  readonly budget: number;
}

/**
 * Permutation importance (Breiman 2001; scikit-learn's `permutation_importance`): how much a metric loses when the values of one raw
 * column change places among the rows, again and again. A column's features are encoded row by row, so permuting what was
 * encoded is permuting the column, at a fraction of the cost.
 */
export function importance(
  model: Model,
  table: Table,
  measured: MeasuredRows,
  { seed, budget }: ImportanceOptions,
): Importance | SkippedImportance {
  const { preparation } = model.parts.fitted;
  const columns = preparation.inputs.map(({ column }) => column);
  const effort = columns.length * model.plan.parameterCount * model.parts.nets.length;
  const size = sizeFor(measured.rows.length, budget / effort);
  if (!size) {
    return {
      skipped: `${columns.length} columns and a net of this size would take too long to try one by one, so it was not measured.`,
    };
  }
  const rows = sample(measured.rows, size.rows, seed);
  const prepared = preparation.apply(table, rows);
  const truth = model.metricInputs(table, rows);
  const targets = model.targets.map((target) => newTally(target, truth[target]));
  for (const column of columns) {
    const block = blockOf(model, column);
    const losses = targets.map((): number[] => []);
    for (let repeat = 0; repeat < size.repeats; repeat++) {
      const order = permutation(seed, `importance of ${column}`, repeat, rows.length);
      const predictions = model.predictPrepared(permuted(prepared, block, order));
      targets.forEach((tally, i) => losses[i].push(lossOf(tally, predictions[i])));
    }
    targets.forEach((tally, i) => tally.columns.push({ column, losses: losses[i], mean: mean(losses[i]) }));
  }
  const { part, learnedFrom } = measured;
  return { part, learnedFrom, rows: rows.length, repeats: size.repeats, targets: targets.map(ranked) };
}

/** How many rows, how often, for so many passes of single rows; undefined where even the least is too much. */
function sizeFor(rows: number, passes: number): { rows: number; repeats: number } | undefined {
  const most = Math.min(rows, MOST_ROWS);
  if (most * MOST_REPEATS <= passes) return { rows: most, repeats: MOST_REPEATS };
  const fewer = Math.min(most, FEWEST_ROWS);
  const repeats = Math.min(MOST_REPEATS, Math.floor(passes / fewer));
  if (repeats < 1) return undefined;
  return { rows: Math.min(most, Math.max(fewer, Math.floor(passes / repeats))), repeats };
}

function sample(rows: Int32Array, count: number, seed: number): Int32Array {
  if (rows.length <= count) return rows;
  const order = permutation(seed, 'rows for importance', 0, rows.length);
  return order
    .subarray(0, count)
    .map((at) => rows[at])
    .sort();
}

interface Tally extends TargetImportance {
  readonly columns: { column: string; losses: readonly number[]; mean: number }[];
  readonly definition: MetricDefinition;
  readonly input: MetricInput;
}

function newTally(target: string, input: MetricInput): Tally {
  const definition = metricOf(input);
  return {
    target,
    input,
    definition,
    metric: definition.name,
    score: definition.compute(input),
    columns: [],
  };
}

/** Where nearly all rows are of one class, accuracy hardly moves, and ranking says more. */
function metricOf(input: MetricInput): MetricDefinition {
  if (input.task === 'regression') return metrics.r2;
  return largestShare(input) > 0.8 && !Number.isNaN(metrics.auc.compute(input))
    ? metrics.auc
    : metrics.accuracy;
}

function largestShare({ truth, classes }: ClassificationInput): number {
  const counts = new Float64Array(classes);
  for (const label of truth) counts[label]++;
  return Math.max(...counts) / truth.length;
}

function lossOf({ definition, input, score }: Tally, prediction: TargetPrediction): number {
  const permuted: MetricInput =
    prediction.task === 'classification'
      ? { ...(input as ClassificationInput), probabilities: prediction.probabilities }
      : { ...input, task: 'regression', truth: input.truth as Float64Array, prediction: prediction.values };
  return score - definition.compute(permuted);
}

interface Block {
  readonly features: readonly number[];
  readonly codes: readonly number[];
}

/** Where a raw column's values stand in a prepared row. */
function blockOf(model: Model, column: string): Block {
  const { features, embeddings } = model.parts.fitted.preparation;
  const places = (own: boolean, at: number) => (own ? [at] : []);
  return {
    features: features.flatMap((feature, at) => places(feature.column === column, at)),
    codes: embeddings.flatMap(({ name }, at) => places(name === column, at)),
  };
}

function permuted(prepared: Prepared, block: Block, order: Int32Array): Prepared {
  const features = prepared.features.slice();
  const codes = prepared.codes.slice();
  const codesWidth = prepared.codes.length / prepared.rows;
  order.forEach((from, to) => {
    for (const at of block.features)
      features[to * prepared.width + at] = prepared.features[from * prepared.width + at];
    for (const at of block.codes) codes[to * codesWidth + at] = prepared.codes[from * codesWidth + at];
  });
  return { ...prepared, features, codes };
}

function ranked({ target, metric, score, columns }: Tally): TargetImportance {
  return { target, metric, score, columns: columns.sort((a, b) => b.mean - a.mean) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
