import { emptyLesson } from '../check/checkLesson.ts';
import type { Lesson, Scenario } from '../scenario.ts';
import { same } from '../same.ts';
import { startScenario } from '../startScenario.ts';
import { escapeText } from './escape.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { writeValue } from './value.ts';

/** Longer ones are cut by some mail programs and chats: what is over becomes a file. */
export const LONGEST_LINK = 2000;

export interface Link {
  /** What follows the `#`. */
  readonly text: string;
  /** Drawn points that are too many for it; they are in the file of the scenario. */
  readonly leftOut: boolean;
}

/** A scenario in an address: what differs from the starting values, as `path=value` pairs; the values' version comes last, and proves that nothing was cut off. */
export function linkOf(scenario: Scenario): Link {
  const text = written(scenario);
  const { points } = scenario.data;
  if (text.length <= LONGEST_LINK || points.length === 0) return { text, leftOut: false };
  const rest = { ...scenario, data: { ...scenario.data, points: [] } };
  return { text: `without=data.points&${written(rest)}`, leftOut: true };
}

function written(scenario: Scenario): string {
  const pairs: Pair[] = [...differing(scenario), ['defaults', scenario.defaults]];
  return pairs.map(([path, value]) => `${escapeText(path)}=${escapeText(writeValue(value))}`).join('&');
}

/** Everything but the version, in the order in which one reads it. */
function differing({ defaults, room, data, recipe, other, view, lesson }: Scenario): Pair[] {
  const start = startScenario(defaults);
  return [
    ...changed('room', start.room, room),
    ...changed('data', start.data, data),
    ...changed('recipe', start.recipe, recipe),
    ...(other === null ? [] : pairsOf(other, 'other')),
    ...changed('view', start.view, view),
    ...(lesson === null ? [] : lessonPairs(lesson)),
  ];
}

/** Of an empty lesson its title, so that there is one. */
function lessonPairs(lesson: Lesson): Pair[] {
  const pairs = changed('lesson', emptyLesson, lesson);
  return pairs.length > 0 ? pairs : [['lesson.title', lesson.title]];
}

function changed(path: string, start: unknown, value: unknown): Pair[] {
  const before = new Map(pairsOf(start, path));
  return pairsOf(value, path).filter(([at, own]) => !before.has(at) || !same(before.get(at), own));
}
