import type { EpochRow } from '../run/contract.ts';
import type { EpochEvent, Scores } from '../../../../src/train/events.ts';
import type { LiveRun } from '../../../../src/train/live/index.ts';
import { epochMetrics, monitorOf } from '../../../../src/train/setup/scoring.ts';

/** What every epoch is scored by, the loss first. */
export function metricNames({ plan }: LiveRun): readonly string[] {
  const { task, stopping } = plan.setting.recipe;
  return [...new Set(['loss', ...epochMetrics[task], monitorOf(stopping.monitor, task).metric])];
}

export function epochRow(event: EpochEvent, metrics: readonly string[]): EpochRow {
  const values = (scores: Scores) => metrics.map((name) => scores[name] ?? NaN);
  return {
    epoch: event.epoch,
    step: event.step,
    learningRate: event.learningRate,
    train: values(event.train),
    validation: event.validation ? values(event.validation) : null,
    test: event.test ? values(event.test) : null,
    trainLossWhileLearning: event.trainLossWhileLearning,
    penalty: event.penalty,
    zeros: event.zeros,
    losses: event.losses,
  };
}
