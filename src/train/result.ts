import type { Warning } from '../data/table/index.ts';
import type { Interval } from '../nn/metrics/index.ts';
import type { EngineReport } from './engine/index.ts';
import type { Scores, StopReason } from './loop/index.ts';

/** Rows of each part, as the table was divided. */
export interface RowCounts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** How a run ended: the object that `--json` prints and `result.json` holds (the command line adds the folder as `run`). */
export interface Result {
  readonly task: 'classification' | 'regression';
  /** The target, or all of them where there are several. */
  readonly target: string | readonly string[];
  readonly rows: RowCounts;
  /** Epochs of the model's own training (of its first member). */
  readonly epochs: number;
  /** The epoch whose weights the model has. */
  readonly best: { readonly epoch: number };
  readonly stopped: { readonly reason: StopReason; readonly text: string };
  /**
   * `loss` and the task's metrics, those of a number in its own unit; with several targets, plain names are the first one's
   * and `name.metric` each one's. After a choice of epochs by folds, `validation` is the mean over the folds.
   */
  readonly train: Scores;
  readonly validation: Scores | null;
  /** Read once, at the end; null where there is no test part. */
  readonly test: Scores | null;
  /** Where each test metric lies with 95 % confidence (bootstrap over the test rows). */
  readonly testIntervals: Readonly<Record<string, Interval>>;
  /** Test metrics of a model that always says the same, and of a linear one; null without a test part. */
  readonly baselines: {
    readonly constant: Readonly<Record<string, number>> | null;
    readonly linear: Readonly<Record<string, number>> | null;
  };
  /** Whether the model beats the linear baseline on the test rows, in plain words. */
  readonly verdict: Verdict | null;
  readonly warnings: readonly Warning[];
  /** What it was computed with. */
  readonly engine: EngineReport;
  readonly seconds: number;
}

export interface Verdict {
  readonly metric: string;
  /** Model minus linear baseline, turned so that more is better, with its 95 % interval (paired bootstrap). */
  readonly gain: number;
  readonly interval: Interval | null;
  readonly better: 'model' | 'linear' | 'neither';
  readonly text: string;
}
