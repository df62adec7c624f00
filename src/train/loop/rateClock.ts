import type { ScheduleDefinition, ScheduleOptions, StepScalars } from '../../nn/define.ts';

export interface ScheduleChoice {
  readonly definition: ScheduleDefinition;
  readonly options: ScheduleOptions;
}

/** How far a run is, as a schedule sees it. */
export interface Progress {
  /** Epochs completed. */
  readonly epochs: number;
  /** Updates done. */
  readonly steps: number;
  /** Monitored value after each completed epoch. */
  readonly history: readonly number[];
}

export interface RatePlan {
  readonly learningRate: number;
  /** The optimizer's momentum (or beta1), where it has one: schedules may move it. */
  readonly momentum?: number;
  readonly totalEpochs: number;
  readonly totalSteps: number;
}

/** The float64 scalars of the next update: a pure function of how far the run is, so a resumed run continues exactly. */
export function scalarsAt(schedule: ScheduleChoice, plan: RatePlan, progress: Progress): StepScalars {
  const byStep = schedule.options.unit === 'step';
  const { learningRate, momentum } = schedule.definition.at(schedule.options, {
    baseLearningRate: plan.learningRate,
    baseMomentum: plan.momentum,
    count: byStep ? progress.steps : progress.epochs,
    total: byStep ? plan.totalSteps : plan.totalEpochs,
    history: progress.history,
  });
  const scheduleFactor = learningRate / plan.learningRate;
  return { step: progress.steps + 1, learningRate, scheduleFactor, momentum };
}
