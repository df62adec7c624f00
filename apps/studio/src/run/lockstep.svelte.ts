import type { Pace } from '../state/scenario.ts';
import { READING } from './lane.svelte.ts';
import { stepsASecond } from './paces.ts';

/** A lane as it is led: it trains to a step, and shows that it is there when it is told to. */
export interface Led {
  readonly opening: boolean;
  /** Whether it has a run that could train. */
  readonly ready: boolean;
  readonly stepsPerEpoch: number;
  /** Trains to a step and brings the frame of it, which `show` shows; false once the run has ended. */
  advanceTo(step: number): Promise<boolean>;
  /** `tells`: what is written of it changes too, not the pictures alone. */
  show(tells: boolean): void;
}

/** Milliseconds that a round should take at most: so often the pictures change. */
const ROUND = 40;
/** How far apart two numbers of steps may be by rounding and are the same. */
const NEAR = 1e-6;

/**
 * Two lanes in step: both are always at the same place, counted in epochs, however fast each of them is. Round by round both train to
 * the next place; only when both are there are their frames shown, together.
 */
export class Lockstep {
  playing = $state(false);
  #pace: Pace = 'fast';
  /** Epochs, a whole number of steps of the lane that takes most in one. */
  #position = 0;
  #goal = 0;
  /** Raised when both go back to their start: a round that was on its way does not count. */
  #run = 0;
  /** Steps that fit into a round, by how long the last one took. */
  #reach = 1;
  #leading = false;
  #toldAt = 0;
  readonly #lanes: () => readonly Led[];
  readonly #beat: () => Promise<void>;

  constructor(lanes: () => readonly Led[], beat: () => Promise<void> = nextFrame) {
    this.#lanes = lanes;
    this.#beat = beat;
  }

  /** It still does what was asked of it. */
  get busy(): boolean {
    return this.#leading;
  }

  play(): void {
    this.playing = true;
    this.#goal = Infinity;
    void this.#lead();
  }

  pause(): void {
    this.playing = false;
    this.#goal = this.#position;
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
  }

  /** By steps of the lane that takes most in an epoch; the other waits for its turn. */
  step(steps: number): void {
    this.#advance((from, stepsPerEpoch) => from + steps / stepsPerEpoch);
  }

  /** To the end of an epoch; the one that has begun is the first. */
  epoch(epochs: number): void {
    this.#advance((from) => Math.floor(from + NEAR) + epochs);
  }

  /** Both lanes are at their start, or on their way to it; goes on from there if it was playing. */
  restart(): void {
    this.#run++;
    this.#position = 0;
    this.#reach = 1;
    if (!this.playing) this.#goal = 0;
  }

  /** What is asked for while steps are on their way comes after them. */
  #advance(goal: (from: number, stepsPerEpoch: number) => number): void {
    if (this.playing) this.pause();
    void this.#settled().then((lanes) => {
      this.#goal = goal(Math.max(this.#goal, this.#position), mostSteps(lanes));
      return this.#lead();
    });
  }

  /** The lanes that can train, once no job is on its way. */
  async #settled(): Promise<readonly Led[]> {
    while (this.#lanes().some(({ opening }) => opening)) await this.#beat();
    return this.#lanes().filter(({ ready }) => ready);
  }

  async #lead(): Promise<void> {
    if (this.#leading) return;
    this.#leading = true;
    let since = performance.now();
    let owed = 1;
    while (this.#goal > this.#position) {
      const lanes = await this.#settled();
      if (lanes.length === 0) break;
      const stepsPerEpoch = mostSteps(lanes);
      const now = performance.now();
      owed = Math.min(owed + this.#owed(now - since, stepsPerEpoch), this.#reach);
      since = now;
      const from = Math.round(this.#position * stepsPerEpoch);
      const to = Math.min(from + Math.floor(owed + NEAR), Math.round(this.#goal * stepsPerEpoch));
      if (to === from) {
        await this.#beat();
        continue;
      }
      owed -= to - from;
      if (!(await this.#round(lanes, to / stepsPerEpoch))) break;
      this.#measure(to - from, performance.now() - now);
    }
    this.#leading = false;
    this.playing = false;
  }

  /** Steps that are due after so many milliseconds; all that fit where there is a goal, or no pace. */
  #owed(milliseconds: number, stepsPerEpoch: number): number {
    if (this.#goal < Infinity || this.#pace === 'full') return Infinity;
    return (stepsASecond[this.#pace](stepsPerEpoch) * milliseconds) / 1000;
  }

  /** Trains all lanes to a place, then shows them; false where none of them can go on. */
  async #round(lanes: readonly Led[], position: number): Promise<boolean> {
    const run = this.#run;
    const going = await Promise.all(
      lanes.map((lane) => lane.advanceTo(Math.floor(position * lane.stepsPerEpoch + NEAR))),
    );
    const goesOn = run !== this.#run || going.includes(true);
    const tells = !goesOn || position >= this.#goal || performance.now() - this.#toldAt >= READING;
    if (tells) this.#toldAt = performance.now();
    for (const lane of lanes) lane.show(tells);
    if (run === this.#run) this.#position = position;
    return goesOn;
  }

  /** At most twice as far as before, for the first rounds are not the quickest. */
  #measure(steps: number, milliseconds: number): void {
    this.#reach = Math.max(1, Math.min((steps * ROUND) / Math.max(milliseconds, 1), 2 * this.#reach));
  }
}

const mostSteps = (lanes: readonly Led[]): number =>
  Math.max(1, ...lanes.map(({ stepsPerEpoch }) => stepsPerEpoch));

/** A hidden page has no animation frames; it trains on all the same. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof document !== 'undefined' && document.hidden) setTimeout(resolve, ROUND);
    else requestAnimationFrame(() => resolve());
  });
}
