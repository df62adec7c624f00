import { linkOf } from '../link/linkOf.ts';
import { readLink, type ReadScenario } from '../link/readLink.ts';
import { readScenario, writeScenario } from '../file/scenarioFile.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';
import { borrow, isBorrowed } from './borrowed.ts';
import { local } from './store.ts';

/** One's own work, and the lesson that one is in: a lesson never takes the place of one's own. */
const KEY = 'scenario';
const LESSON_KEY = 'scenario.lesson';

/** Whether it is one's own work, which the plain address brings back. */
export const isOwn = (scenario: Scenario): boolean => scenario.lesson === null && !isBorrowed(scenario);

/** Keeps where one is for the next time; false where it is not kept, as what is borrowed never is. */
export function keep(scenario: Scenario): boolean {
  if (isBorrowed(scenario)) return false;
  return local.write(scenario.lesson ? LESSON_KEY : KEY, writeScenario(scenario));
}

/**
 * What the page opens with: the address's link; where there is none, one's own work that was kept. Where the link is the one of what was
 * kept, that (which may have more, such as points that no link holds); else the start.
 */
export function openingScenario(hash: string): ReadScenario {
  const text = hash.replace(/^#/, '');
  if (text === '') return { scenario: keptAt(KEY) ?? startScenario(), problems: [] };
  const kept = [KEY, LESSON_KEY].map(keptAt).find((one) => one && linkOf(one).text === text);
  if (kept) return { scenario: kept, problems: [] };
  const { scenario, problems } = readLink(text);
  return { scenario: borrow(scenario), problems };
}

function keptAt(key: string): Scenario | null {
  const text = local.read(key);
  const read = text === null ? 'notScenario' : readScenario(text);
  return typeof read === 'string' ? null : read.scenario;
}
