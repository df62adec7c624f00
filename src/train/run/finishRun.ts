import type { Warning } from '../../data/table/index.ts';
import { bootstrapIntervals, type Interval } from '../../nn/metrics/index.ts';
import type { Scores, TrainerOutcome } from '../loop/index.ts';
import { engineReport } from '../engine/index.ts';
import type { Model } from '../model/model.ts';
import { linearPenalty } from '../recipe/linearPenalty.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Result, Verdict } from '../result.ts';
import { classWeightsOf } from '../setup/classWeights.ts';
import { partOf, type Fitted } from '../setup/fit.ts';
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
  const comparison = test && (await compare(trained, test));
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
    testIntervals: test ? intervals(test, recipe.seed) : {},
    baselines: { constant: comparison?.constant ?? null, linear: comparison?.linear ?? null },
    verdict: comparison?.verdict ?? null,
    warnings,
    engine: engineReport(setting.executor),
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

function intervals({ inputs }: PartEvaluation, seed: number): Readonly<Record<string, Interval>> {
  const [{ input }] = inputs;
  const metrics = reportedMetrics[input.task].map((name) => metricFor(name, input.task));
  return bootstrapIntervals(metrics, input, { seed });
}

/** What the verdict is by. */
const mainMetric = { classification: 'accuracy', regression: 'r2' } as const;

interface Comparison {
  readonly constant: Readonly<Record<string, number>>;
  readonly linear: Readonly<Record<string, number>>;
  readonly verdict: Verdict | null;
}

async function compare(trained: Trained, test: PartEvaluation): Promise<Comparison> {
  const { setting, fitted, division, trainRows } = trained;
  const { recipe } = setting;
  const constant = constantBaseline(partFor(trained, recipe, trainRows), test);
  const isLinear = recipe.model.kind === 'linear';
  const linear = isLinear
    ? test
    : await linearBaseline(withPenalty(setting, trainRows.length), fitted, (own) => ({
        train: partFor(trained, own, trainRows),
        test: partFor(trained, own, division.test),
      }));
  const metric = metricFor(mainMetric[recipe.task], recipe.task);
  return {
    constant: scoresByTarget(constant),
    linear: scoresByTarget(linear.inputs),
    verdict: isLinear ? null : verdict(metric, test.inputs[0].input, linear.inputs[0].input, recipe.seed),
  };
}

const withPenalty = (setting: Setting, rows: number): Setting => ({
  ...setting,
  recipe: { ...setting.recipe, penalties: [linearPenalty(setting.recipe.task, rows)] },
});
