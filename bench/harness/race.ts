import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Case } from '../workloads/workload.ts';
import { writeCaseFile } from './caseFile.ts';
import type { Contestant } from './contestant.ts';
import { ContestantProcess } from './contestantProcess.ts';
import type { Timing } from './protocol.ts';
import type { Python } from './python.ts';
import { changes, difference } from './updates.ts';

export interface RaceSettings {
  readonly rounds: number;
  /** Of each contestant in each round. */
  readonly milliseconds: number;
  readonly warmUp: number;
}

/** Microseconds a step in each round; undefined in rounds that the contestant sat out. */
export type Rounds = readonly (number | undefined)[];

export interface Place {
  readonly contestant: string;
  readonly ours: boolean;
  readonly bound: boolean;
  readonly threads: number;
  readonly about?: string;
  /** Distance of its results from those of the first contestant; undefined where it has none to compare. */
  readonly difference?: number;
  /** Whether that is within what the case allows. */
  readonly agrees: boolean;
  readonly processor: Rounds;
  readonly wall: Rounds;
  readonly steps: number;
  /** Most bytes its process held. */
  readonly memory: number;
}

export interface Race {
  readonly workload: string;
  readonly name: string;
  readonly title: string;
  readonly tolerance: number;
  readonly counted: Case['counted'];
  readonly places: readonly Place[];
  /** Who should have taken part and could not, and why. */
  readonly absent: readonly { readonly contestant: string; readonly why: string }[];
}

interface Runner {
  readonly process: ContestantProcess;
  readonly timings: (Timing | undefined)[];
  readonly difference?: number;
  /** Microseconds that a step took when it warmed up. */
  readonly stepTime: number;
}

type Absent = Race['absent'][number];

/** All contestants at one case: first whether they compute the same, then how long they take, turn by turn. */
export async function race(
  workload: string,
  work: Case,
  contestants: readonly Contestant[],
  settings: RaceSettings,
  python: Python,
): Promise<Race> {
  const folder = layOut(work);
  const absent: Absent[] = [];
  const opened = { kind: work.kind, folder, python };
  const started = await Promise.all(
    contestants.map((contestant) =>
      orAbsent(absent, contestant, ContestantProcess.start(contestant, opened)),
    ),
  );
  const processes = started.filter((process) => process !== undefined);
  try {
    const runners = await prepareAll(processes, work, settings, absent);
    await runRounds(runners, Math.min(settings.rounds, work.rounds ?? Infinity), settings, absent);
    return raceOf(workload, work, runners, absent);
  } finally {
    for (const process of processes) process.close();
    rmSync(folder, { recursive: true });
  }
}

/** A contestant that fails, at whatever point, is put down with what it said, and the others go on. */
async function orAbsent<Value>(
  absent: Absent[],
  { name }: Contestant,
  doing: Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await doing;
  } catch (error) {
    absent.push({ contestant: name, why: (error as Error).message });
    return undefined;
  }
}

/** Results of each beside those of the first; then each warms up. */
async function prepareAll(
  processes: readonly ContestantProcess[],
  work: Case,
  settings: RaceSettings,
  absent: Absent[],
): Promise<Runner[]> {
  const runners: Runner[] = [];
  let expected: Float64Array | undefined;
  const prepare = async (process: ContestantProcess): Promise<Runner> => {
    const found = process.contestant.bound ? undefined : await firstResults(process, work.compared.steps);
    expected ??= found;
    const apart = found && difference(found, expected!);
    return { process, timings: [], difference: apart, stepTime: await warmUp(process, settings.warmUp) };
  };
  for (const process of processes) {
    const runner = await orAbsent(absent, process.contestant, prepare(process));
    if (runner) runners.push(runner);
  }
  return runners;
}

function layOut({ settings, arrays, files = {} }: Case): string {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-bench-'));
  writeCaseFile({ folder, settings, arrays });
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

async function firstResults(process: ContestantProcess, steps: number): Promise<Float64Array> {
  const before = await process.numbers();
  await process.run(steps);
  return changes(before, await process.numbers());
}

/** How much less a step must take for its contestant to be still warming up, and for how many times the usual time it may. */
const GAIN = 0.03;
const PATIENCE = 8;
/** Milliseconds between runs in which compilers do what they do beside the work. */
const REST = 100;

/** Runs by doubling until the time is filled, then on while steps get faster; gives the microseconds of a step. */
async function warmUp(process: ContestantProcess, milliseconds: number): Promise<number> {
  let least = Infinity;
  for (let steps = 1, spent = 0; ;) {
    const timing = await process.run(steps);
    await setTimeout(REST);
    const wall = timing.wall / 1000;
    const stepTime = timing.wall / timing.steps;
    spent += wall;
    const isFaster = stepTime < (1 - GAIN) * least;
    least = Math.min(least, stepTime);
    if (spent >= milliseconds && (!isFaster || spent > PATIENCE * milliseconds)) return stepTime;
    if (wall < milliseconds / 4) steps *= 2;
  }
}

/** A turn of steps this many times as long as a turn should be is taken only in every such round. */
const SLOW = 4;

/** So many more steps as a share, not timed, begin a turn: caches hold another's data, and threads are asleep. */
const LEAD_IN = 0.1;

/** Each in its turn; who begins changes from round to round. One that fails is no longer among the runners. */
async function runRounds(
  runners: Runner[],
  rounds: number,
  { milliseconds }: RaceSettings,
  absent: Absent[],
): Promise<void> {
  for (const { process } of runners) process.sleep();
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, runners.length);
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      const turn = takeTurn(runner, round, milliseconds);
      const done = await orAbsent(absent, runner.process.contestant, turn);
      if (!done) runners.splice(runners.indexOf(runner), 1);
    }
  }
}

async function takeTurn(
  { process, timings, stepTime }: Runner,
  round: number,
  milliseconds: number,
): Promise<true> {
  const steps = Math.max(1, Math.round((1000 * milliseconds) / stepTime));
  const sitsOut = stepTime > SLOW * 1000 * milliseconds && round % SLOW !== 0;
  if (sitsOut) {
    timings.push(undefined);
    return true;
  }
  process.wake();
  if (steps > 1) await process.run(Math.ceil(steps * LEAD_IN));
  timings.push(await process.run(steps));
  process.sleep();
  return true;
}

function raceOf(workload: string, work: Case, runners: readonly Runner[], absent: Race['absent']): Race {
  const { name, title, counted, compared } = work;
  const places = runners.map((runner) => placeOf(runner, compared.tolerance));
  return { workload, name, title, tolerance: compared.tolerance, counted, places, absent };
}

function placeOf({ process, timings, difference: apart }: Runner, tolerance: number): Place {
  const { name, ours = false, bound = false, threads = 1 } = process.contestant;
  const each = (kind: 'processor' | 'wall') =>
    timings.map((timing) => timing && Number((timing[kind] / timing.steps).toPrecision(5)));
  return {
    contestant: name,
    ours,
    bound,
    threads,
    about: process.about,
    difference: apart,
    agrees: apart !== undefined && apart <= tolerance,
    processor: each('processor'),
    wall: each('wall'),
    steps: timings.reduce((sum, timing) => sum + (timing?.steps ?? 0), 0),
    memory: Math.max(...timings.map((timing) => timing?.memory ?? 0)),
  };
}
