import { isRecord, pathOf, readPath } from '../../../state/path.ts';
import { same } from '../../../state/same.ts';
import type { Scenario } from '../../../state/scenario.ts';
import { startScenario } from '../../../state/startScenario.ts';

/** How many choices below these paths differ from what the studio begins with. A thing with other options is one change for each. */
export function changesBelow(scenario: Scenario, paths: readonly string[]): number {
  const start = startScenario(scenario.defaults);
  return paths.reduce((sum, path) => {
    const [root, ...parts] = pathOf(path);
    if (root === 'recipe') return sum + leaves(readPath(scenario.recipe, parts));
    return sum + differing(readPath(scenario, [root, ...parts]), readPath(start, [root, ...parts]));
  }, 0);
}

/** Edits hold nothing but what differs. */
function leaves(edits: unknown): number {
  if (edits === undefined) return 0;
  if (!isRecord(edits)) return 1;
  return Object.values(edits).reduce<number>((sum, own) => sum + leaves(own), 0);
}

function differing(value: unknown, start: unknown): number {
  if (!isRecord(value) || !isRecord(start)) return same(value, start) ? 0 : 1;
  return Object.keys(value).reduce((sum, key) => sum + differing(value[key], start[key]), 0);
}
