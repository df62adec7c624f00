import type { Warning } from '../../data/table/index.ts';
import { bootstrapComparison, bootstrapIntervals, type Interval } from '../../nn/metrics/index.ts';
import type { Scores, TrainerOutcome } from '../loop/index.ts';
import { engineReport, type EngineReport } from '../engine/index.ts';
import type { Model } from '../model/model.ts';
import { linearPenalty } from '../recipe/linearPenalty.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Result, Verdict } from '../result.ts';
import { classWeightsOf } from '../setup/classWeights.ts';
import type { Fitted } from '../setup/fit.ts';
import { partOf } from '../setup/partOf.ts';
import type { PreparedRows } from '../setup/preparedRows.ts';
import type { Problem } from '../setup/problem.ts';
import { metricFor, reportedMetrics } from '../setup/scoring.ts';
import type { Setting } from '../setup/trainerSetup.ts';
import { constantBaseline, linearBaseline } from './baselines.ts';
import type { Division } from './division.ts';
import { NetEvaluator, scoresByTarget, type PartEvaluation } from './evaluateNets.ts';
import { verdict } from './verdict.ts';

/** A run whose nets are trained. */
export interface Trained {
  readonly model: Model;
  readonly setting: Setting;
  readonly fitted: Fitted;
  /** The rows learned from are among them, and those of the test part. */
  readonly prepared: PreparedRows;
  readonly problem: Problem;
  readonly division: Division;
  /** Rows the model learned from. */
  readonly trainRows: Int32Array;
  /** Of each member, and of each fold. */
  readonly outcomes: readonly TrainerOutcome[];
  readonly folds: readonly TrainerOutcome[];
  readonly warnings: readonly Warning[];
  readonly seconds: () => number;
  /** What it was computed with before it was resumed. */
  readonly began?: EngineReport;
}

/** Evaluates the model, the test part once, beside its baselines. */
export async function finishRun(trained: Trained): Promise<Result> {
  const { model, setting, fitted, division, problem, outcomes, warnings } = trained;
  const { recipe } = setting;
  const evaluator = new NetEvaluator(setting, fitted, model.parts.nets);
  const train = evaluator.evaluate(partFor(trained, recipe, trained.trainRows)).scores;
  const validation = validationScores(trained, evaluator);
  const test = division.test.length > 0 ? evaluator.evaluate(partFor(trained, recipe, division.test)) : null;
  evaluator.close();
  const baselines = test && (await baselinesOf(trained, test));
  const judged = baselines && judge(trained, test, baselines.linear);
  return {
    task: recipe.task,
    target: problem.targets.length === 1 ? problem.targets[0] : problem.targets,
    rows: {
      train: division.train.length,
      validation: division.validation.length,
      test: division.test.length,
    },
    epochs: outcomes[0].epochs,
    best: { epoch: outcomes[0].restoredEpoch },
    stopped: stopOf(trained),
    train,
    validation,
    test: test && test.scores,
    testIntervals: judged?.intervals ?? {},
    baselines: {
      constant: baselines && baselines.constant,
      linear: baselines && scoresByTarget(baselines.linear.inputs),
    },
    verdict: judged?.verdict ?? null,
    warnings,
    engine: engineReport(setting.executor, trained.began),
    seconds: trained.seconds(),
  };
}

function partFor(
  { setting, fitted, prepared, problem, trainRows }: Trained,
  recipe: ResolvedRecipe,
  rows: Int32Array,
) {
  const classWeights = classWeightsOf(recipe, problem, fitted, trainRows);
  return partOf(prepared, fitted, problem, rows, recipe.losses, setting.things, classWeights);
}

/** On the validation part; where it was trained on, the mean of what the folds had on theirs. */
function validationScores(trained: Trained, evaluator: NetEvaluator): Scores | null {
  const { folds, division, setting } = trained;
  if (folds.length > 0) return meanScores(folds.flatMap(({ scores }) => scores?.validation ?? []));
  if (division.validation.length === 0) return null;
  return evaluator.evaluate(partFor(trained, setting.recipe, division.validation)).scores;
}

/** Of the scores that every fold has: a metric that one's rows do not define is left out. */
function meanScores(each: readonly Scores[]): Scores | null {
  if (each.length === 0) return null;
  const names = Object.keys(each[0]).filter((name) => each.every((scores) => name in scores));
  const mean = (name: string) => each.reduce((sum, scores) => sum + scores[name], 0) / each.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)])) as Scores;
}

function stopOf({ folds, outcomes }: Trained): Result['stopped'] {
  const { reason, text } =
    [...folds, ...outcomes].find((outcome) => outcome.reason === 'minutes') ?? outcomes[0];
  if (folds.length === 0 || reason === 'minutes') return { reason, text };
  const epochs = folds.map(({ best }) => best?.epoch ?? 0);
  const [least, most] = [Math.min(...epochs), Math.max(...epochs)];
  const chosen = `${folds.length} folds were best after ${least} to ${most} epochs, so the model was trained for ${outcomes[0].epochs} on training and validation rows together.`;
  return { reason, text: chosen };
}

interface Baselines {
  readonly constant: Readonly<Record<string, number>>;
  /** The model itself, where it is linear. */
  readonly linear: PartEvaluation;
}

async function baselinesOf(trained: Trained, test: PartEvaluation): Promise<Baselines> {
  const { setting, fitted, division, trainRows } = trained;
  const constant = scoresByTarget(constantBaseline(partFor(trained, setting.recipe, trainRows), test));
  if (setting.recipe.model.kind === 'linear') return { constant, linear: test };
  const linear = await linearBaseline(withPenalty(setting, trainRows.length), fitted, (own) => ({
    train: partFor(trained, own, trainRows),
    test: partFor(trained, own, division.test),
  }));
  return { constant, linear };
}

/** What the verdict is by. */
const mainMetric = { classification: 'accuracy', regression: 'r2' } as const;

interface Judged {
  readonly intervals: Readonly<Record<string, Interval>>;
  readonly verdict: Verdict | null;
}

/** How sure the test part's scores are, and whether the model is better than the linear one; the rows are drawn once for both. */
function judge({ setting: { recipe } }: Trained, test: PartEvaluation, linear: PartEvaluation): Judged {
  const [{ input }] = test.inputs;
  const metrics = reportedMetrics[input.task].map((name) => metricFor(name, input.task));
  const options = { seed: recipe.seed };
  if (linear === test) return { intervals: bootstrapIntervals(metrics, input, options), verdict: null };
  const by = metricFor(mainMetric[recipe.task], recipe.task);
  const [{ input: other }] = linear.inputs;
  const { intervals, gain } = bootstrapComparison(metrics, input, { by, other }, options);
  return { intervals, verdict: verdict(by, input, other, gain ?? null) };
}

const withPenalty = (setting: Setting, rows: number): Setting => ({
  ...setting,
  recipe: { ...setting.recipe, penalties: [linearPenalty(setting.recipe.task, rows)] },
});
