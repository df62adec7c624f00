import { DEFAULTS } from '../baseRecipe.ts';
import { writePath, pathOf } from '../path.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';
import { checkScenario } from '../check/checkScenario.ts';
import { unescapeText } from './escape.ts';
import { isPlainPath, type Pair } from './pairs.ts';
import { readValue } from './value.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly problems: readonly LinkProblem[];
}

export type LinkProblem =
  /** Paths that were not understood; what they would have set is at its start. */
  | { readonly code: 'unreadable'; readonly paths: readonly string[] }
  /** Made by a studio with starting values that this one does not know. */
  | { readonly code: 'newer'; readonly defaults: number }
  /** The end is missing. */
  | { readonly code: 'cutOff' }
  /** The drawn points were too many, and are in a file that its maker has. */
  | { readonly code: 'withoutPoints' };

/** Reads as much of a link as can be read; never throws. An empty one is the start. */
export function readLink(text: string): ReadScenario {
  const { pairs, broken } = readPairs(text.replace(/^#/, ''));
  const fields = new Map(pairs);
  const { defaults, problem } = versionOf(fields.get('defaults'), text);
  const own = pairs.filter(([path]) => path !== 'defaults' && path !== 'without');
  const { scenario, refused } = checkScenario(assemble(own), startScenario(defaults));
  const paths = [...broken, ...refused];
  const problems: LinkProblem[] = problem ? [problem] : [];
  if (paths.length > 0) problems.push({ code: 'unreadable', paths });
  if (fields.get('without') === 'data.points') problems.push({ code: 'withoutPoints' });
  return { scenario, problems };
}

/** Longer than any that was made here: not read on. */
const LONGEST_READ = 200_000;

function readPairs(text: string): { pairs: Pair[]; broken: string[] } {
  const pairs: Pair[] = [];
  const broken: string[] = [];
  for (const part of text.slice(0, LONGEST_READ).split('&').filter(Boolean)) {
    const [name, ...rest] = part.split('=');
    try {
      const path = unescapeText(name);
      if (!isPlainPath(path) || rest.length === 0) throw new SyntaxError(name);
      pairs.push([path, readValue(unescapeText(rest.join('=')))]);
    } catch {
      broken.push(name.slice(0, 60));
    }
  }
  return { pairs, broken };
}

function versionOf(value: unknown, text: string): { defaults: number; problem?: LinkProblem } {
  if (value === undefined)
    return text.length > 1 ? { defaults: DEFAULTS, problem: { code: 'cutOff' } } : { defaults: DEFAULTS };
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    return { defaults: DEFAULTS, problem: { code: 'unreadable', paths: ['defaults'] } };
  if (value > DEFAULTS) return { defaults: DEFAULTS, problem: { code: 'newer', defaults: value } };
  return { defaults: value };
}

/** Whole sections first, so that `other=(:)` never wipes out `other.seed=2`. */
function assemble(pairs: readonly Pair[]): Readonly<Record<string, unknown>> {
  const inOrder = pairs.toSorted(([a], [b]) => a.split('.').length - b.split('.').length);
  let value: unknown = {};
  for (const [path, own] of inOrder) value = writePath(value, pathOf(path), own);
  return value as Readonly<Record<string, unknown>>;
}
