import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import {
  findColumn,
  tableFromObjects,
  type Column,
  type ColumnKind,
  type Table,
} from '../../data/table/index.ts';
import type { MetricInput } from '../../nn/define.ts';
import type { ModelSettings } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { Snapshot } from '../loop/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Fitted } from '../setup/fit.ts';
import { isMissing } from '../setup/problem.ts';
import { reportedMetrics, scoresOf } from '../setup/scoring.ts';
import { meanPredictions, metricInput, toPredictions, type TargetPrediction } from './predictions.ts';
import { Predictor } from './predictor.ts';

/** Everything a model is made of. */
export interface ModelParts {
  readonly recipe: ResolvedRecipe;
  /** The net as layers, with the losses that say what its outputs mean. */
  readonly settings: Omit<ModelSettings, 'rows' | 'optimizer'>;
  readonly fitted: Fitted;
  /** The columns it looks at. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** Its targets' types, for reading tables to evaluate on. */
  readonly targetTypes: Readonly<Record<string, Column['type']>>;
  /** One net, or several whose predictions are averaged. */
  readonly nets: readonly Snapshot[];
  /** SHA-256 of the table it was trained on. */
  readonly dataSha256: string;
}

/** What a column was in the table it learned from: tables to predict are read with the same types. */
export interface ColumnFacts {
  readonly kind: ColumnKind;
  readonly type: Column['type'];
}

/** A row as a person has it: values by column. Columns a model does not know are left unread. */
export type Row = Readonly<Record<string, unknown>>;

export type Prediction =
  | {
      readonly task: 'classification';
      readonly target: string;
      /** The most probable class. */
      readonly class: string;
      readonly probabilities: Readonly<Record<string, number>>;
    }
  | {
      readonly task: 'regression';
      readonly target: string;
      /** In the target's own unit. */ readonly value: number;
    };

/** A trained model: takes raw rows, gives classes with probabilities, or numbers in the target's own unit. */
export class Model {
  readonly parts: ModelParts;
  readonly #predictor: Predictor;

  constructor(parts: ModelParts, executor: Executor) {
    this.parts = parts;
    this.#predictor = new Predictor(executor, parts.settings);
  }

  /** The plan of its net: names, shapes and places of its weights. */
  get plan() {
    return this.#predictor.plan;
  }

  get targets(): readonly string[] {
    return this.parts.fitted.targets.map(({ name }) => name);
  }

  /** What it predicts for the (first) target of a row, or of each row of a list. */
  predict(row: Row): Prediction;
  predict(rows: readonly Row[]): Prediction[];
  predict(rows: Row | readonly Row[]): Prediction | Prediction[] {
    const each = this.predictEach(isList(rows) ? rows : [rows]).map(
      (predictions) => predictions[this.targets[0]],
    );
    return isList(rows) ? each : each[0];
  }

  /** For each row, what it predicts for every target, by name. */
  predictEach(rows: readonly Row[]): Record<string, Prediction>[] {
    if (rows.length === 0) return [];
    const predictions = this.predictTable(this.#tableOf(rows));
    return rows.map((_, row) =>
      Object.fromEntries(predictions.map((own) => [own.target, predictionAt(own, row)])),
    );
  }

  /** For every row of a table (or those given), by target: columns rather than objects. */
  predictTable(table: Table, rows?: Int32Array): TargetPrediction[] {
    for (const name of Object.keys(this.parts.columns)) findColumn(table, name);
    const inputs = this.parts.fitted.preparation.apply(table, rows);
    const { nets, fitted } = this.parts;
    return meanPredictions(
      nets.map((net) => toPredictions(this.plan, fitted.targets, this.#predictor.predict(net, inputs))),
    );
  }

  /** Scores by target on the rows (or those given) that have it. */
  evaluateTable(table: Table, rows?: Int32Array): Record<string, Record<string, number>> {
    const inputs = this.metricInputs(table, rows);
    return Object.fromEntries(
      Object.entries(inputs).map(([target, input]) => [target, scoresOf(reportedMetrics[input.task], input)]),
    );
  }

  /** What metrics take: for each target, truth and prediction of the rows that have it and whose class it knows. */
  metricInputs(table: Table, rows = allRows(table)): Record<string, MetricInput> {
    const inputs = this.parts.fitted.targets.map((target, index) => {
      const column = findColumn(table, target.name);
      const known = rows.filter(
        (row) =>
          !isMissing(column, row) &&
          (target.kind === 'number' || target.encode(column, Int32Array.of(row))[0] >= 0),
      );
      if (known.length === 0)
        throw new NeumannError(
          'target',
          `No row has a "${target.name}" that the model knows; there is nothing to evaluate.`,
        );
      const prediction = this.predictTable(table, known)[index];
      const truth =
        target.kind === 'classes'
          ? { labels: target.encode(column, known) }
          : {
              values: Float64Array.from(known, (row) => (column.type === 'text' ? NaN : column.values[row])),
            };
      return [target.name, metricInput(prediction, truth)] as const;
    });
    return Object.fromEntries(inputs);
  }

  /** The type of each column it knows, for reading a table to predict or to evaluate on. */
  get columnTypes(): Record<string, Column['type']> {
    const own = Object.entries(this.parts.columns).map(([name, { type }]) => [name, type]);
    return { ...Object.fromEntries(own), ...this.parts.targetTypes };
  }

  #tableOf(rows: readonly Row[]): Table {
    const names = Object.keys(this.parts.columns);
    const absent = names.find((name) => rows.every((row) => !(name in row)));
    if (absent !== undefined) {
      const likely = didYouMean(absent, Object.keys(rows[0]));
      const hint = likely ? `did you mean it by "${likely}"?` : 'give null where it is not known.';
      throw new NeumannError('column', `The model looks at "${absent}", which no row has; ${hint}`);
    }
    const known = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
    return tableFromObjects(known, { types: this.columnTypes }).table;
  }
}

const isList = (rows: Row | readonly Row[]): rows is readonly Row[] => Array.isArray(rows);

const allRows = (table: Table): Int32Array => Int32Array.from({ length: table.rows }, (_, row) => row);

function predictionAt(prediction: TargetPrediction, row: number): Prediction {
  const { target } = prediction;
  if (prediction.task === 'regression') return { task: 'regression', target, value: prediction.values[row] };
  const { classes, probabilities } = prediction;
  const own = probabilities.subarray(row * classes.length, (row + 1) * classes.length);
  const best = own.indexOf(own.reduce((a, b) => Math.max(a, b)));
  return {
    task: 'classification',
    target,
    class: classes[best],
    probabilities: Object.fromEntries(classes.map((name, index) => [name, own[index]])),
  };
}
