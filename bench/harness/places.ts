import type { Place, Race } from './race.ts';
import { ratios, summarise, type Summary } from './statistics.ts';

/** One thread is compared by processor time, which other people's work on the machine moves least; several threads by the clock. */
export const clockOf = (...places: readonly Place[]): 'processor' | 'wall' =>
  places.every(({ threads }) => threads === 1) ? 'processor' : 'wall';

/** How many times as long as `reference` this one takes for a step, round by round. */
export function timesAsLong(place: Place, reference: Place): Summary | undefined {
  const clock = clockOf(place, reference);
  const values = ratios(place[clock], reference[clock]);
  return values.length === 0 ? undefined : summarise(values);
}

/** Microseconds a step. */
export function timeOf(place: Place, clock = clockOf(place)): Summary {
  return summarise(place[clock].filter((value) => value !== undefined));
}

export const placeNamed = (race: Race | undefined, name: string): Place | undefined =>
  race?.places.find(({ contestant }) => contestant === name);

/** The quickest of these places by its median; undefined where there are none. */
export const quickest = (places: readonly Place[]): Place | undefined =>
  places.toSorted((a, b) => timeOf(a).median - timeOf(b).median)[0];
