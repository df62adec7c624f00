import { round, spread } from '../harness/markdown.ts';
import { clockOf, timeOf, timesAsLong } from '../harness/places.ts';
import type { Place } from '../harness/race.ts';
import { momentNames, moments, type StartUp } from '../harness/startUp.ts';
import type { Summary } from '../harness/statistics.ts';

/** One thing that was measured in both. */
export interface Line {
  readonly what: string;
  readonly before: string;
  readonly now: string;
  /** Now over before: below 1 is better. Exact figures, such as sizes, have no spread. */
  readonly ratio: Summary | number | undefined;
  /** A change by less than this share says nothing. */
  readonly nothing: number;
}

/** Memory is the peak of one process, which depends on when its garbage was collected. */
const small = { time: 0.02, size: 0.005, memory: 0.1 };

/** Time of a step, and the most memory its process held. */
export function ratioLine(what: string, now: Place, before: Place): Line[] {
  const clock = clockOf(now, before);
  const said = (place: Place) => `${spread(timeOf(place, clock))} µs`;
  const megabytes = ({ memory }: Place) => `${round(memory / 1e6)} MB`;
  return [
    {
      what: `${what}: a step`,
      before: said(before),
      now: said(now),
      ratio: timesAsLong(now, before),
      nothing: small.time,
    },
    {
      what: `${what}: memory`,
      before: megabytes(before),
      now: megabytes(now),
      ratio: now.memory / before.memory,
      nothing: small.memory,
    },
  ];
}

/** Milliseconds of the processor from the start of a process to a moment, and of the whole run the memory. */
export function startLines([now, before]: readonly StartUp[]): Line[] {
  const times = moments.map((moment) => ({
    what: momentNames[moment],
    before: `${spread(before[moment].processor)} ms`,
    now: `${spread(now[moment].processor)} ms`,
    ratio: quotient(now[moment].processor, before[moment].processor),
    nothing: small.time,
  }));
  const megabytes = ({ whole }: StartUp) => `${round(whole.memory.median / 1e6)} MB`;
  const memory = {
    what: '... memory of the whole run',
    before: megabytes(before),
    now: megabytes(now),
    ratio: quotient(now.whole.memory, before.whole.memory),
    nothing: small.memory,
  };
  return [...times, memory];
}

/** Of two summaries that were not taken round by round: how far apart the quartiles let them be. */
function quotient(now: Summary, before: Summary): Summary {
  return {
    median: now.median / before.median,
    lower: now.lower / before.upper,
    upper: now.upper / before.lower,
    least: now.least / before.most,
    most: now.most / before.least,
  };
}

export const sizeLine = (what: string, before: number, now: number): Line => ({
  what,
  before: `${before.toLocaleString('en')} bytes`,
  now: `${now.toLocaleString('en')} bytes`,
  ratio: now / before,
  nothing: small.size,
});
