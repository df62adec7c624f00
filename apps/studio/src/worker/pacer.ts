import type { Pace } from '../state/scenario.ts';
import { stepsASecond } from '../run/paces.ts';
import type { Portion } from '../../../../src/train/live/index.ts';

/** Longest stretch of training between two looks at what the page has sent. */
const SLICE = 4;
/** At a measured pace a tick may take longer than that, and the next one comes after so many milliseconds. */
const TICK = 8;

/** How far to train now, and when to come back. */
export interface Beat {
  readonly portion: Portion | null;
  /** Milliseconds; 0 for at once. */
  readonly next: number;
}

/** Where training is to go: on and on at a pace, or a number of steps further. */
export type Goal = { readonly pace: Pace } | { readonly lastStep: number };

/** Doles out training so that the goal's pace is kept and the page always gets its turn. */
export class Pacer {
  goal: Goal | null = null;
  #owed = 0;
  #last = 0;

  start(goal: Goal, now: number): void {
    // A change of pace while playing goes on from where it is; a fresh start shows something at once.
    this.#owed = this.goal && 'pace' in this.goal && 'pace' in goal ? 0 : 1;
    this.#last = now;
    this.goal = goal;
  }

  stop(): void {
    this.goal = null;
  }

  beat(now: number, steps: number, stepsPerEpoch: number): Beat {
    const { goal } = this;
    if (!goal) return { portion: null, next: 0 };
    if ('lastStep' in goal) return { portion: { steps: goal.lastStep - steps, until: now + SLICE }, next: 0 };
    if (goal.pace === 'full') return { portion: { until: now + SLICE }, next: 0 };
    const rate = stepsASecond[goal.pace](stepsPerEpoch);
    // A page that could not keep up does not have to catch up.
    this.#owed = Math.min(this.#owed + (rate * (now - this.#last)) / 1000, Math.max(1, rate / 10));
    this.#last = now;
    const whole = Math.floor(this.#owed);
    return { portion: whole > 0 ? { steps: whole, until: now + TICK } : null, next: TICK };
  }

  /** So many steps were taken. */
  took(steps: number): void {
    this.#owed -= steps;
  }
}
