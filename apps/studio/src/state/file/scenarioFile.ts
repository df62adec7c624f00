import { checkScenario } from '../check/checkScenario.ts';
import { DEFAULTS } from '../baseRecipe.ts';
import type { LinkProblem, ReadScenario } from '../link/readLink.ts';
import { isRecord } from '../path.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';

/** Ending of files that hold a whole scenario, drawn points and all. */
export const SCENARIO_FILE = '.neumann.json';
export const LARGEST_FILE = 5_000_000;

export const writeScenario = (scenario: Scenario): string =>
  `${JSON.stringify({ neumann: 'scenario', ...scenario }, null, 1)}\n`;

export type UnreadableFile = 'notJson' | 'notScenario';

/** What a file holds, as far as it can be read: the same checks as for a link. */
export function readScenario(text: string): ReadScenario | UnreadableFile {
  const json = parsed(text);
  if (json === undefined) return 'notJson';
  if (!isRecord(json) || json.neumann !== 'scenario') return 'notScenario';
  const { neumann: _, defaults, ...rest } = json;
  const known = Number.isInteger(defaults) && Number(defaults) >= 1 && Number(defaults) <= DEFAULTS;
  const { scenario, refused } = checkScenario(rest, startScenario(known ? Number(defaults) : DEFAULTS));
  const problems: LinkProblem[] = [];
  if (!known) problems.push({ code: 'newer', defaults: Number(defaults) });
  if (refused.length > 0) problems.push({ code: 'unreadable', paths: refused });
  return { scenario, problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
