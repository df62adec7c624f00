import { release } from '../../data/table/paged/release.ts';
import type { Evaluation, Part } from '../loop/index.ts';
import { planModel, type ModelPlan } from '../../nn/trace/index.ts';
import { metricInput, numbersOf, toPredictions } from '../model/predictions.ts';
import type { Fitted } from './fit.ts';
import { epochMetrics, monitorOf, reportedMetrics, scoresOf } from './scoring.ts';
import { modelSettings, type Setting } from './trainerSetup.ts';

export type ScorePart = (part: Part, evaluation: Evaluation) => Record<string, number>;

/** The metrics of every epoch: cheap ones, and the one that is watched. Several targets' under `target.metric` too. */
export function epochScores(setting: Setting, fitted: Fitted): ScorePart {
  const { stopping, task } = setting.recipe;
  const watched = monitorOf(stopping.monitor, task).metric;
  return partScores(setting, fitted, epochMetrics, watched);
}

/** All metrics that a result tells. */
export function finalScores(setting: Setting, fitted: Fitted): ScorePart {
  return partScores(setting, fitted, reportedMetrics, 'loss');
}

type MetricNames = Readonly<Record<'classification' | 'regression', readonly string[]>>;

function partScores(setting: Setting, fitted: Fitted, metrics: MetricNames, watched: string): ScorePart {
  const plan: ModelPlan = planModel({ ...modelSettings(setting), rows: 1 });
  return (part, evaluation) => {
    const predictions = toPredictions(plan, fitted.targets, evaluation.predictions);
    const each = predictions.map((prediction, index) => {
      const { target } = prediction;
      const names = new Set(metrics[prediction.task]);
      if (index === 0 && watched !== 'loss') names.add(watched);
      return {
        target,
        scores: scoresOf(
          [...names],
          metricInput(prediction, { labels: part.labels[target], values: part.values[target] }),
        ),
      };
    });
    predictions.forEach((prediction) => release(numbersOf(prediction)));
    return byTarget(each);
  };
}

/** The first target's under plain names; with several, each one's under `target.metric`. */
export function byTarget(
  each: readonly { readonly target: string; readonly scores: Readonly<Record<string, number>> }[],
): Record<string, number> {
  const own = { ...each[0].scores };
  if (each.length === 1) return own;
  const named = each.flatMap(({ target, scores }) =>
    Object.entries(scores).map(([name, value]) => [`${target}.${name}`, value] as const),
  );
  return { ...own, ...Object.fromEntries(named) };
}
