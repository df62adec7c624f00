import type { LinkProblem } from '../state/link/readLink.ts';
import { speech } from '../words/speech.svelte.ts';
import { notices } from './notices.svelte.ts';

/** More names than these help nobody. */
const MOST_NAMED = 5;

export function sayLinkProblems(problems: readonly LinkProblem[]): void {
  for (const problem of problems) notices.say('warn', sentence(problem));
}

function sentence(problem: LinkProblem): string {
  const words = speech.words.shell.link;
  if (problem.code !== 'unreadable') return words[problem.code];
  const { paths } = problem;
  const named = paths.slice(0, MOST_NAMED).map((path) => (path.length > 60 ? `${path.slice(0, 60)}…` : path));
  return words.unreadable(named.join(', ') + (paths.length > MOST_NAMED ? ', …' : ''));
}
