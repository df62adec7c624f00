import { linkOf } from './link/linkOf.ts';
import type { LinkProblem } from './link/readLink.ts';
import { keep, openingScenario } from './local/kept.ts';
import { studio } from './studio.svelte.ts';

/** Browsers refuse to have an address replaced more than some hundred times in half a minute. */
const SETTLED_AFTER_MS = 300;

/**
 * Keeps the address in step with the scenario, the browser's storage with one's own work, and the scenario with an address that a person
 * puts in. Called while a component is made; ends with it.
 */
export function followAddress(problem: (problems: readonly LinkProblem[]) => void): void {
  let timer = 0;
  const write = () => {
    clearTimeout(timer);
    timer = 0;
    replaceHash(linkOf(studio.scenario).text);
    keep(studio.scenario);
  };
  const read = () => {
    if (location.hash.slice(1) === linkOf(studio.scenario).text) return;
    // What was done a moment ago is kept before another takes its place.
    keep(studio.scenario);
    const { scenario, problems } = openingScenario(location.hash);
    studio.reset(scenario);
    problem(problems);
  };
  const leave = () => timer && write();
  $effect(() => {
    void studio.scenario;
    timer ||= window.setTimeout(write, SETTLED_AFTER_MS);
  });
  $effect(() => {
    window.addEventListener('hashchange', read);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('hashchange', read);
      window.removeEventListener('pagehide', leave);
      clearTimeout(timer);
    };
  });
}

/** Pages from disk may not replace their address in some browsers; then it stays as it was opened. */
function replaceHash(text: string): void {
  if (location.hash.slice(1) === text) return;
  try {
    history.replaceState(history.state, '', `#${text}`);
  } catch {
    // Share still gives the link.
  }
}
