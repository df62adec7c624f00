import type { ColumnKind, Warning } from '../../data/table/index.ts';
import type { ColumnReport, Result, Scores, Stage, StopReason } from '../../train/index.ts';

/** Everything a report says, found out once: `renderReport` only sets it in type. */
export interface ReportInput {
  /** What the table is called, such as penguins.csv. */
  readonly name: string;
  readonly result: Result;
  readonly nets: readonly NetHistory[];
  /** One for each target, in the order of the recipe. */
  readonly targets: readonly TargetReport[];
  readonly importance: Importance | SkippedImportance;
  readonly columns: readonly ColumnTreatment[];
  readonly split: SplitFacts;
  readonly model: ModelFacts;
  readonly recipe: readonly RecipeSection[];
  readonly reproduction: Reproduction;
}

export type PartName = 'train' | 'validation' | 'test';

/** How the training of one net went. */
export interface NetHistory {
  readonly stage: Stage;
  readonly points: readonly HistoryPoint[];
  /** The epoch whose weights were kept; null where its training never ended. */
  readonly restoredEpoch: number | null;
  readonly reason: StopReason | null;
}

export interface HistoryPoint {
  readonly epoch: number;
  readonly learningRate: number;
  readonly train: Scores;
  readonly validation?: Scores;
}

export type TargetReport = ClassReport | NumberReport;

interface MeasuredOn {
  readonly target: string;
  /** The part of the table that this was measured on, and whether the model had learned from it. */
  readonly part: PartName;
  readonly learnedFrom: boolean;
  readonly rows: number;
}

export interface ClassReport extends MeasuredOn {
  readonly task: 'classification';
  readonly classes: readonly string[];
  /** Rows by truth and prediction, row-major [classes, classes]. */
  readonly confusion: Float64Array;
  /** Means over bins of stated certainty; empty ones are left out. */
  readonly calibration: readonly CalibrationPoint[];
  readonly calibrationError: number;
  /** Of the second class; only where there are two. */
  readonly ranking?: Ranking;
  /** The rows whose true class got the least probability. */
  readonly worst: readonly WorstClassRow[];
}

export interface CalibrationPoint {
  readonly rows: number;
  readonly stated: number;
  readonly found: number;
}

export interface Ranking {
  /** Share of other rows let through, share of the class's rows found; from (0, 0) to (1, 1). */
  readonly roc: readonly (readonly [number, number])[];
  /** Recall, precision. */
  readonly precisionRecall: readonly (readonly [number, number])[];
  readonly auc: number;
  readonly averagePrecision: number;
  /** Share of rows that are of the class. */
  readonly prevalence: number;
}

export interface WorstClassRow {
  /** In the table, from 1. */
  readonly row: number;
  readonly truth: string;
  readonly predicted: string;
  /** Probability given to the prediction, and to the truth. */
  readonly stated: number;
  readonly ofTruth: number;
}

export interface NumberReport extends MeasuredOn {
  readonly task: 'regression';
  /** Predicted, true: of all rows, or of evenly chosen ones where there are many. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Mean prediction and mean truth of tenths of the rows, by prediction. */
  readonly tenths: readonly (readonly [number, number])[];
  readonly residuals: Histogram;
  readonly meanResidual: number;
  readonly mae: number;
  readonly worst: readonly WorstNumberRow[];
}

export interface Histogram {
  readonly start: number;
  readonly step: number;
  readonly counts: readonly number[];
  /** Values outside of the drawn range. */
  readonly below: number;
  readonly above: number;
}

export interface WorstNumberRow {
  readonly row: number;
  readonly truth: number;
  readonly predicted: number;
}

export interface Importance {
  readonly part: PartName;
  readonly learnedFrom: boolean;
  readonly rows: number;
  readonly repeats: number;
  readonly targets: readonly TargetImportance[];
}

export interface TargetImportance {
  readonly target: string;
  readonly metric: string;
  /** The metric with nothing permuted. */
  readonly score: number;
  /** Most important first. */
  readonly columns: readonly ColumnImportance[];
}

export interface ColumnImportance {
  readonly column: string;
  /** What the metric lost, in each repeat. */
  readonly losses: readonly number[];
  readonly mean: number;
}

export interface SkippedImportance {
  readonly skipped: string;
}

export interface ColumnTreatment {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnReport['role'];
  readonly text: string;
}

export interface SplitFacts {
  readonly kind: string;
  readonly column: string | null;
  /** Folds that chose the number of epochs; 0 where the validation part did. */
  readonly folds: number;
}

export interface ModelFacts {
  /** In words: `a net of 9 inputs, 128 and 64 hidden units`. */
  readonly text: string;
  readonly parameters: number;
  readonly stepsPerEpoch: number;
  readonly executor: string;
}

export interface RecipeSection {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly RecipeEntry[];
}

export interface RecipeEntry {
  /** As `--set` takes it. */
  readonly path: string;
  readonly value: string;
  readonly summary: string;
  /** What the default recipe says for this table, where this one says otherwise; empty where it says nothing. */
  readonly usual?: string;
}

export interface Reproduction {
  readonly command: string;
  readonly seed: number;
  readonly dataSha256: string;
  readonly numerics: number;
  readonly version?: string;
}

export type { Warning };
