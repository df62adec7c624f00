import { linkOf } from '../link/linkOf.ts';
import { readLink, type ReadScenario } from '../link/readLink.ts';
import { readScenario, writeScenario } from '../file/scenarioFile.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';
import { local } from './store.ts';

const KEY = 'scenario';

/** Keeps where one is for the next time. */
export const keep = (scenario: Scenario): boolean => local.write(KEY, writeScenario(scenario));

/**
 * What the page opens with: the address's link; where there is none, or it is the one of what was kept (which may have more, such as points
 * that no link holds), what was kept; else the start.
 */
export function openingScenario(hash: string): ReadScenario {
  const text = hash.replace(/^#/, '');
  const kept = keptScenario();
  if (kept && (text === '' || linkOf(kept).text === text)) return { scenario: kept, problems: [] };
  return text === '' ? { scenario: startScenario(), problems: [] } : readLink(text);
}

function keptScenario(): Scenario | null {
  const text = local.read(KEY);
  const read = text === null ? 'notScenario' : readScenario(text);
  return typeof read === 'string' ? null : read.scenario;
}
