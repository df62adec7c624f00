import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { contestants } from './contestant.ts';
import { forkPinned, nextMessage } from './pinned.ts';
import { summarise, type Summary } from './summary.ts';
import type { Request, Timing } from './worker.ts';
import type { Work } from './works.ts';

export interface RaceSettings {
  readonly rounds: number;
  /** Of each contestant in each round. */
  readonly milliseconds: number;
  readonly warmUp: number;
}

export interface Place {
  readonly contestant: string;
  /** Distance of its update after `COMPARED_STEPS` from Neumann's, as a share of the update's length. */
  readonly difference: number;
  /** Microseconds a step: of the processor, and on the clock. */
  readonly processor: Summary;
  readonly wall: Summary;
  /** Its processor time a step over Neumann's in the same round. */
  readonly ratio: Summary;
  readonly steps: number;
}

export interface Race {
  readonly work: Work;
  readonly places: readonly Place[];
}

export const COMPARED_STEPS = 30;

interface Runner {
  readonly name: string;
  readonly child: ChildProcess;
  readonly timings: Timing[];
}

/** All contestants at one work: first whether they compute the same, then how long they take, turn by turn. */
export async function race(work: Work, settings: RaceSettings): Promise<Race> {
  const taking = contestants.filter(({ works }) => !works || works.includes(work.name));
  const runners: Runner[] = [];
  try {
    for (const { name } of taking) runners.push(await start(name, work));
    const differences = await compare(runners, work);
    for (const { child } of runners) await ask<Timing>(child, { milliseconds: settings.warmUp });
    for (let round = 0; round < settings.rounds; round++)
      await runRound(runners, round, settings.milliseconds);
    return { work, places: runners.map((runner, index) => placeOf(runner, runners[0], differences[index])) };
  } finally {
    for (const { child } of runners) child.disconnect();
  }
}

async function start(name: string, work: Work): Promise<Runner> {
  const child = forkPinned(join(import.meta.dirname, 'worker.ts'), [name, work.name]);
  await nextMessage(child);
  return { name, child, timings: [] };
}

function ask<Answer>(child: ChildProcess, request: Request): Promise<Answer> {
  const answer = nextMessage<Answer>(child);
  child.send(request);
  return answer;
}

/** Throws where a contestant's update is not Neumann's: its time would be that of other work. */
async function compare(runners: readonly Runner[], work: Work): Promise<number[]> {
  const differences: number[] = [];
  let expected: number[] | undefined;
  for (const { name, child } of runners) {
    const before = await ask<Float32Array>(child, { parameters: true });
    await ask<Timing>(child, { steps: COMPARED_STEPS });
    const after = await ask<Float32Array>(child, { parameters: true });
    const update = Array.from(after, (value, i) => value - before[i]);
    expected ??= update;
    const difference = lengthOf(update.map((value, i) => value - expected![i])) / lengthOf(expected);
    if (!(difference <= work.tolerance)) {
      throw new Error(
        `${name} does other work than Neumann on ${work.name}: its update differs by ${difference}.`,
      );
    }
    differences.push(difference);
  }
  return differences;
}

const lengthOf = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Each in its turn; who begins changes from round to round. */
async function runRound(runners: readonly Runner[], round: number, milliseconds: number): Promise<void> {
  for (let turn = 0; turn < runners.length; turn++) {
    const { child, timings } = runners[(round + turn) % runners.length];
    timings.push(await ask<Timing>(child, { milliseconds }));
  }
}

function placeOf({ name, timings }: Runner, first: Runner, difference: number): Place {
  const processor = timings.map((timing) => timing.processor / timing.steps);
  const reference = first.timings.map((timing) => timing.processor / timing.steps);
  return {
    contestant: name,
    difference,
    processor: summarise(processor),
    wall: summarise(timings.map((timing) => timing.wall / timing.steps)),
    ratio: summarise(processor.map((value, round) => value / reference[round])),
    steps: timings.reduce((sum, { steps }) => sum + steps, 0),
  };
}
