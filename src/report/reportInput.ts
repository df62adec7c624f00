import type { Table } from '../data/table/index.ts';
import type { MetricInput } from '../nn/define.ts';
import { NUMERICS_VERSION, type FinishedRun, type TrainEvent } from '../train/index.ts';
import { classReport } from './input/classReport.ts';
import { columnTreatments } from './input/columnTreatments.ts';
import { importance } from './input/importance.ts';
import { modelText } from './input/modelText.ts';
import { netHistories } from './input/netHistories.ts';
import { numberReport } from './input/numberReport.ts';
import { partRows, type MeasuredRows } from './input/partRows.ts';
import { recipeSections } from './input/recipeSections.ts';
import type { ModelFacts, ReportInput, TargetReport } from './input/types.ts';

export interface ReportSource {
  readonly run: FinishedRun;
  /** The table it was trained on. */
  readonly table: Table;
  /** All events of the run, from the first; those of a run that was resumed may overlap. */
  readonly events: Iterable<TrainEvent>;
  /** What the table is called: the file's name without its folder. */
  readonly name?: string;
  /** What was typed to start it. */
  readonly command?: string;
  /** Of the program. */
  readonly version?: string;
  /** Multiplications that may be spent on the importance of columns; some seconds' worth when left out. */
  readonly importanceBudget?: number;
}

/** float32 with SIMD against float64 interpreted. */
const BUDGETS = { wasm: 1e10, reference: 2e8 } as const;

/** Gathers all that a report says of a finished run: predicts its test rows again, and permutes its columns. */
export function reportInput(source: ReportSource): ReportInput {
  const { run, table, name = 'the table', version } = source;
  const { model, result, recipe } = run;
  const events = [...source.events];
  const planned = events.find((event) => event.type === 'planned');
  const { forErrors, forImportance } = partRows(run);
  const inputs = model.metricInputs(table, forErrors.rows);
  return {
    name,
    result,
    nets: netHistories(events),
    targets: model.targets.map((target) => targetReport(run, target, inputs[target], forErrors)),
    importance: importance(model, table, forImportance, {
      seed: recipe.seed,
      budget: source.importanceBudget ?? BUDGETS[planned?.executor ?? 'wasm'],
    }),
    columns: columnTreatments(model, planned),
    split: { kind: recipe.split.kind, column: recipe.split.column, folds: recipe.stopping.folds },
    model: modelFacts(run, planned),
    recipe: recipeSections(recipe, tableFacts(run)),
    reproduction: {
      command: source.command ?? usualCommand(name, model.targets, recipe.seed),
      seed: recipe.seed,
      dataSha256: model.parts.dataSha256,
      numerics: NUMERICS_VERSION,
      version,
    },
  };
}

function targetReport(
  { model }: FinishedRun,
  name: string,
  input: MetricInput,
  measured: MeasuredRows,
): TargetReport {
  const target = model.parts.fitted.targets.find((candidate) => candidate.name === name)!;
  return input.task === 'classification' && target.kind === 'classes'
    ? classReport(name, target.classes, input, measured)
    : numberReport(name, input as Extract<MetricInput, { task: 'regression' }>, measured);
}

function modelFacts(
  { model }: FinishedRun,
  planned: Extract<TrainEvent, { type: 'planned' }> | undefined,
): ModelFacts {
  return {
    text: modelText(model),
    parameters: model.plan.parameterCount,
    stepsPerEpoch: planned?.stepsPerEpoch ?? 0,
    executor: planned?.executor ?? 'wasm',
  };
}

/** What defaults depend on. */
function tableFacts({ model, result, recipe }: FinishedRun) {
  const { targets } = model.parts.fitted;
  const { input } = model.parts.settings.model;
  const tasks = targets.map(
    ({ name, kind }) => [name, kind === 'number' ? 'regression' : 'classification'] as const,
  );
  return {
    rows: result.rows.train,
    validationRows: result.rows.validation,
    width: input.width + input.embeddings.reduce((sum, { dimension }) => sum + dimension, 0),
    task: recipe.task,
    tasks: Object.fromEntries(tasks),
  };
}

function usualCommand(name: string, targets: readonly string[], seed: number): string {
  const flags = targets.map((target) => `--target ${quoted(target)}`).join(' ');
  return `npx neumann train ${quoted(name)} ${flags} --seed ${seed}`;
}

/** As a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
