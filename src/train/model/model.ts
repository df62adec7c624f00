import { NeumannError } from '../../errors.ts';
import {
  findColumn,
  type Column,
  type ColumnKind,
  type Table,
  type Warning,
} from '../../data/table/index.ts';
import type { MetricInput } from '../../nn/define.ts';
import type { ModelSettings } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import type { Snapshot } from '../loop/index.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Fitted } from '../setup/fit.ts';
import { isMissing } from '../setup/problem.ts';
import { reportedMetrics, scoresOf } from '../setup/scoring.ts';
import {
  joinedPredictions,
  meanPredictions,
  metricInput,
  toPredictions,
  type TargetPrediction,
} from './predictions.ts';
import { Predictor, type Inputs } from './predictor.ts';

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

/** A row as a person has it: values by column, null where one is not known. Columns the model does not know are left unread. */
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

/** What a model says of the rows of a table. */
export interface TablePredictions {
  readonly predictions: readonly TargetPrediction[];
  /** Unknown categories, values that were cut: what came with the rows. */
  readonly warnings: readonly Warning[];
}

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
    const prepared = joined(rows.map((row) => this.parts.fitted.preparation.applyRow(row)));
    const predictions = this.predictPrepared(prepared);
    return rows.map((_, row) =>
      Object.fromEntries(predictions.map((own) => [own.target, predictionAt(own, row)])),
    );
  }

  /** For every row of a table (or those given), by target: columns rather than objects; and what a person should know. */
  predictTable(table: Table, rows = allRows(table)): TablePredictions {
    const found: TargetPrediction[][] = [];
    const warnings = this.parts.fitted.preparation.applyEach(table, rows, (block) => {
      found.push(this.predictPrepared(block));
    });
    return { predictions: joinedPredictions(found), warnings };
  }

  /** For rows that went through the model's own preparation (`parts.fitted.preparation`). */
  predictPrepared(inputs: Inputs): TargetPrediction[] {
    const { nets, fitted } = this.parts;
    const each = nets.map((net) =>
      toPredictions(this.plan, fitted.targets, this.#predictor.predict(net, inputs)),
    );
    return meanPredictions(each);
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
      const labels = target.kind === 'classes' ? target.encode(column, rows) : undefined;
      const known = rows.filter((row, at) => (labels ? labels[at] >= 0 : !isMissing(column, row)));
      if (known.length === 0)
        throw new NeumannError(
          'target',
          `No row has a "${target.name}" that the model knows; there is nothing to evaluate.`,
        );
      const prediction = this.predictTable(table, known).predictions[index];
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
}

/** Rows prepared one by one, as one matrix. */
function joined(each: readonly Inputs[]): Inputs {
  const width = each[0].features.length;
  const codesWidth = each[0].codes.length;
  const features = new Float32Array(each.length * width);
  const codes = new Int32Array(each.length * codesWidth);
  each.forEach((row, index) => {
    features.set(row.features, index * width);
    codes.set(row.codes, index * codesWidth);
  });
  return { rows: each.length, features, codes };
}

const isList = (rows: Row | readonly Row[]): rows is readonly Row[] => Array.isArray(rows);

function allRows({ rows: count }: Table): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

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
