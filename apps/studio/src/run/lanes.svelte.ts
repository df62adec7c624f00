import { untrack } from 'svelte';
import type { Scenario } from '../state/scenario.ts';
import type { LaneJob } from './contract.ts';
import { jobsOf } from './jobs.ts';
import { Lane } from './lane.svelte.ts';
import { Lockstep } from './lockstep.svelte.ts';

/** Both lanes of the page. A is always there; B while the scenario compares: then the two train in step, from the same start. */
export class Lanes {
  readonly a: Lane;
  b = $state.raw<Lane | null>(null);
  readonly #create: (() => Worker) | undefined;
  readonly #lockstep = new Lockstep(() => this.#all);
  #jobs: { a: string; b: string } = { a: '', b: '' };

  /** `create` makes a lane's worker, where it is not the studio's own. */
  constructor(create?: () => Worker) {
    this.#create = create;
    this.a = new Lane(create);
  }

  /** Does what the scenario says: opens the lanes whose data or recipe changed; where there are two, the other begins again with it. */
  follow(scenario: Scenario): void {
    const { a, b } = jobsOf(scenario);
    untrack(() => {
      const { playing } = this;
      const came = this.#setPresence(b !== null);
      const opened = [this.#open(this.a, 'a', a), b && this.b ? this.#open(this.b, 'b', b) : false];
      if (this.b && opened.includes(true)) this.#startTogether(opened);
      for (const lane of this.#all) lane.setPace(scenario.view.pace);
      this.#lockstep.setPace(scenario.view.pace);
      // Whoever played before goes on, alone or in step.
      if (came && playing) this.play();
    });
  }

  get #all(): readonly Lane[] {
    return this.b ? [this.a, this.b] : [this.a];
  }

  get playing(): boolean {
    return this.b ? this.#lockstep.playing : this.a.playing;
  }

  /** The one that is further: they differ once one of them has ended. */
  get ahead(): Lane {
    const { a, b } = this;
    return b && (b.frame?.epoch ?? 0) > (a.frame?.epoch ?? 0) ? b : a;
  }

  /** All run what they were last told to. */
  get ready(): boolean {
    return this.#all.every(({ ready }) => ready);
  }

  /** What they run, as a text: the same text is the same run, to the bit. */
  get run(): string {
    return `${this.#jobs.a}${this.#jobs.b}`;
  }

  /** Of the lane that takes most. */
  get stepsPerEpoch(): number {
    return Math.max(...this.#all.map(({ stepsPerEpoch }) => stepsPerEpoch));
  }

  /** How far they are, in steps of the lane that takes most in an epoch. */
  get steps(): number {
    const epochs = this.#all.map(({ frame, stepsPerEpoch }) => (frame?.step ?? 0) / stepsPerEpoch);
    return Math.round(Math.max(...epochs) * this.stepsPerEpoch);
  }

  /** None of them can go on. */
  get ended(): boolean {
    return this.#all.every(({ frame }) => frame?.stopped);
  }

  /** A weight was set by hand: recipe and table lead to other numbers. */
  get edited(): boolean {
    return this.#all.some(({ frame }) => frame?.edited);
  }

  /** A weight was set by hand that can be taken back. */
  get undoable(): boolean {
    return this.#all.some(({ frame }) => frame?.undoable);
  }

  /** Some lane still does what was asked of it. */
  get busy(): boolean {
    return this.#lockstep.busy || this.#all.some(({ opening, frame }) => opening || frame?.playing);
  }

  play(): void {
    if (!this.b) return this.a.play();
    this.look('now');
    this.#lockstep.play();
  }
  pause(): void {
    if (this.b) this.#lockstep.pause();
    else this.a.pause();
  }
  step(steps = 1): void {
    if (!this.b) return this.a.step(steps);
    this.look('now');
    this.#lockstep.step(steps);
  }
  epoch(epochs = 1): void {
    if (!this.b) return this.a.epoch(epochs);
    this.look('now');
    this.#lockstep.epoch(epochs);
  }
  rewind(): void {
    if (this.b) this.#lockstep.pause();
    for (const lane of this.#all) lane.rewind();
    this.#lockstep.restart();
  }
  look(epoch: number | 'now' | 'best'): void {
    for (const lane of this.#all) lane.look(epoch);
  }

  /** Takes back the weight that was set by hand last, in whichever lane there is one. */
  undoParameter(): void {
    this.#all.find(({ frame }) => frame?.undoable)?.undoParameter();
  }

  close(): void {
    this.#lockstep.pause();
    for (const lane of this.#all) lane.close();
    this.#jobs = { a: '', b: '' };
  }

  /** Whether B came or went. */
  #setPresence(wanted: boolean): boolean {
    if (wanted === (this.b !== null)) return false;
    this.pause();
    this.b?.close();
    this.b = wanted ? new Lane(this.#create) : null;
    this.#jobs.b = '';
    return true;
  }

  /** Those that were not opened anew go back to their start. */
  #startTogether(opened: readonly boolean[]): void {
    this.#all.forEach((lane, index) => {
      if (!opened[index] && lane.opened) lane.rewind();
    });
    this.#lockstep.restart();
  }

  /** Whether it had to. */
  #open(lane: Lane, name: 'a' | 'b', job: LaneJob): boolean {
    const text = JSON.stringify(job);
    if (text === this.#jobs[name]) return false;
    this.#jobs[name] = text;
    lane.open(job);
    return true;
  }
}

export const lanes = new Lanes();
