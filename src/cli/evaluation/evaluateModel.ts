import type { ReadResult } from '../../data/read/index.ts';
import type { Warning } from '../../data/table/index.ts';
import type { MetricInput } from '../../nn/define.ts';
import { bootstrapIntervals, type Interval } from '../../nn/metrics/index.ts';
import type { Model } from '../../train/index.ts';
import { metricFor, reportedMetrics, scoresOf } from '../../train/setup/scoring.ts';
import { counted } from '../format/score.ts';

export interface TargetEvaluation {
  readonly target: string;
  readonly task: MetricInput['task'];
  /** Rows that it was scored on. */
  readonly rows: number;
  readonly scores: Readonly<Record<string, number>>;
  /** Where each lies with 95 % confidence (bootstrap over the rows). */
  readonly intervals: Readonly<Record<string, Interval>>;
}

/** Scores of each target on a table that has the answers, and what a person should know about them. */
export function evaluateModel(
  model: Model,
  { table, sha256, warnings }: ReadResult,
): { readonly targets: readonly TargetEvaluation[]; readonly warnings: readonly Warning[] } {
  const inputs = Object.entries(model.metricInputs(table));
  const targets = inputs.map(([target, input]) => evaluateTarget(target, input));
  return {
    targets,
    warnings: [
      ...warnings,
      ...(sha256 === model.parts.dataSha256 ? [sameTable] : []),
      ...targets.flatMap(({ target, rows }) => unscored(target, table.rows - rows)),
    ],
  };
}

function evaluateTarget(target: string, input: MetricInput): TargetEvaluation {
  const names = reportedMetrics[input.task];
  const metrics = names.map((name) => metricFor(name, input.task));
  return {
    target,
    task: input.task,
    rows: input.truth.length,
    scores: scoresOf(names, input),
    intervals: bootstrapIntervals(metrics, input, { seed: 0 }),
  };
}

const sameTable: Warning = {
  code: 'same-table',
  text: 'This is the table the model was trained on, so these scores say nothing about new rows; its honest score is the test score of the run.',
};

function unscored(target: string, rows: number): Warning[] {
  if (rows === 0) return [];
  const are = rows === 1 ? 'is' : 'are';
  const text = `${counted(rows, 'row')} ${are} left out: without '${target}', or of a class that the model has never seen.`;
  return [{ code: 'rows-left-out', text }];
}
