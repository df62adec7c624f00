import { untrack } from 'svelte';
import type { Scenario } from '../state/scenario.ts';
import type { LaneJob } from './contract.ts';
import { jobsOf } from './jobs.ts';
import { Lane } from './lane.svelte.ts';

/** Both lanes of the page. A is always there; B while the scenario compares. What is done to one is done to both. */
class Lanes {
  readonly a = new Lane();
  b = $state.raw<Lane | null>(null);
  #jobs: { a: string; b: string } = { a: '', b: '' };

  /** Does what the scenario says: opens the lanes whose data or recipe changed, leaves the others as they are. */
  follow(scenario: Scenario): void {
    const { a, b } = jobsOf(scenario);
    untrack(() => {
      this.#setPresence(b !== null);
      this.#open(this.a, 'a', a);
      if (b && this.b) this.#open(this.b, 'b', b);
      for (const lane of this.#all) lane.setPace(scenario.view.pace);
    });
  }

  get #all(): readonly Lane[] {
    return this.b ? [this.a, this.b] : [this.a];
  }

  get playing(): boolean {
    return this.#all.some(({ playing }) => playing);
  }

  /** Some lane still does what was asked of it. */
  get busy(): boolean {
    return this.#all.some(({ opening, frame }) => opening || frame?.playing);
  }

  play(): void {
    for (const lane of this.#all) lane.play();
  }
  pause(): void {
    for (const lane of this.#all) lane.pause();
  }
  step(steps?: number): void {
    for (const lane of this.#all) lane.step(steps);
  }
  epoch(epochs?: number): void {
    for (const lane of this.#all) lane.epoch(epochs);
  }
  rewind(): void {
    for (const lane of this.#all) lane.rewind();
  }
  look(epoch: number | 'now' | 'best'): void {
    for (const lane of this.#all) lane.look(epoch);
  }

  close(): void {
    for (const lane of this.#all) lane.close();
    this.#jobs = { a: '', b: '' };
  }

  #setPresence(wanted: boolean): void {
    if (wanted === (this.b !== null)) return;
    this.b?.close();
    this.b = wanted ? new Lane() : null;
    this.#jobs.b = '';
    // Both begin at the same start.
    if (wanted && this.a.opened) this.a.rewind();
  }

  #open(lane: Lane, name: 'a' | 'b', job: LaneJob): void {
    const text = JSON.stringify(job);
    if (text === this.#jobs[name]) return;
    this.#jobs[name] = text;
    lane.open(job);
  }
}

export const lanes = new Lanes();
