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

type Scalars = { -readonly [Name in keyof StepScalars]: StepScalars[Name] };

/**
 * The float64 scalars of the next update: a pure function of how far the run is, so a resumed run continues exactly. The
 * schedule is asked once for each count; the object given back is one and the same for every step.
 */
export class RateClock {
  readonly #schedule: ScheduleChoice;
  readonly #plan: RatePlan;
  readonly #scalars: Scalars = { step: 0, learningRate: 0, scheduleFactor: 1, momentum: undefined };
  #count = -1;

  constructor(schedule: ScheduleChoice, plan: RatePlan) {
    this.#schedule = schedule;
    this.#plan = plan;
  }

  next({ steps, epochs, history }: Progress): StepScalars {
    const byStep = this.#schedule.options.unit === 'step';
    const count = byStep ? steps : epochs;
    if (count !== this.#count) this.#ask(count, byStep, history);
    this.#scalars.step = steps + 1;
    return this.#scalars;
  }

  #ask(count: number, byStep: boolean, history: readonly number[]): void {
    const { learningRate: base, momentum: baseMomentum, totalSteps, totalEpochs } = this.#plan;
    const total = byStep ? totalSteps : totalEpochs;
    const context = { baseLearningRate: base, baseMomentum, count, total, history };
    const { learningRate, momentum } = this.#schedule.definition.at(this.#schedule.options, context);
    this.#scalars.learningRate = learningRate;
    this.#scalars.scheduleFactor = learningRate / base;
    this.#scalars.momentum = momentum;
    this.#count = count;
  }
}
