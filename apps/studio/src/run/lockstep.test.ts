import { beforeEach, expect, test } from 'vitest';
import { Lockstep, type Led } from './lockstep.svelte.ts';

/** A lane whose rounds take as many turns as it is slow. */
class FakeLane implements Led {
  opening = false;
  ready = true;
  step = 0;
  shown = 0;
  readonly stepsPerEpoch: number;
  readonly #turns: number;
  readonly #end: number;
  constructor(stepsPerEpoch: number, turns: number, end = Infinity) {
    this.stepsPerEpoch = stepsPerEpoch;
    this.#turns = turns;
    this.#end = end;
  }
  async advanceTo(step: number): Promise<boolean> {
    for (let turn = 0; turn < this.#turns; turn++) await beat();
    this.step = Math.max(this.step, Math.min(step, this.#end));
    return this.step < this.#end;
  }
  show(): void {
    this.shown = this.step;
    seen.push(this.epoch);
  }
  get epoch(): number {
    return Math.floor(this.shown / this.stepsPerEpoch);
  }
}

let seen: number[] = [];
const beat = () => new Promise<void>((resolve) => setTimeout(resolve));
beforeEach(() => (seen = []));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await beat();
}

test('lanes of any speed and batch size show the same epoch, whenever one looks', async () => {
  const lanes = [new FakeLane(20, 1), new FakeLane(7, 5)];
  const lockstep = new Lockstep(() => lanes, beat);
  lockstep.setPace('full');
  lockstep.play();
  await until(() => lanes[0].epoch > 30);
  lockstep.pause();
  await until(() => !lockstep.playing);
  for (let round = 0; round < seen.length; round += 2) expect(seen[round]).toBe(seen[round + 1]);
  expect(lanes[1].step).toBe(Math.floor((lanes[0].step / 20) * 7));
});

test('a step is one of the lane that takes most of them; an epoch ends for both', async () => {
  const lanes = [new FakeLane(4, 1), new FakeLane(2, 1)];
  const lockstep = new Lockstep(() => lanes, beat);
  for (let step = 1; step <= 3; step++) {
    lockstep.step(1);
    await until(() => lanes[0].shown === step);
    expect(lanes[1].step).toBe(Math.floor(step / 2));
  }
  lockstep.epoch(1);
  await until(() => lanes[0].shown === 4);
  expect(lanes[1].shown).toBe(2);
  lockstep.epoch(1);
  lockstep.epoch(1);
  lockstep.step(1);
  await until(() => !lockstep.busy && lanes[0].shown === 13);
  expect([lanes[1].shown, lockstep.playing]).toEqual([6, false]);
});

test('waits until both are open, and goes on from the start after a restart', async () => {
  const lanes = [new FakeLane(5, 1), new FakeLane(5, 1)];
  lanes[1].opening = true;
  const lockstep = new Lockstep(() => lanes, beat);
  lockstep.setPace('full');
  lockstep.play();
  for (let turn = 0; turn < 5; turn++) await beat();
  expect(lanes[0].step).toBe(0);
  lanes[1].opening = false;
  await until(() => lanes[1].shown > 20);
  lockstep.restart();
  for (const lane of lanes) lane.step = lane.shown = 0;
  await until(() => lanes[0].shown > 0);
  expect(lanes[0].shown).toBe(lanes[1].shown);
  expect(lockstep.playing).toBe(true);
  lockstep.pause();
});

test('one that has ended lets the other go on; it stops when both have', async () => {
  const lanes = [new FakeLane(5, 1, 10), new FakeLane(5, 1, 40)];
  const lockstep = new Lockstep(() => lanes, beat);
  lockstep.setPace('full');
  lockstep.play();
  await until(() => !lockstep.playing);
  expect(lanes.map(({ shown }) => shown)).toEqual([10, 40]);
});

test('a lane that cannot run does not hold the other', async () => {
  const lanes = [new FakeLane(5, 1), new FakeLane(5, 1)];
  lanes[1].ready = false;
  const lockstep = new Lockstep(() => lanes, beat);
  lockstep.epoch(1);
  await until(() => lanes[0].shown === 5);
  expect(lanes[1].step).toBe(0);
});
