import { mount } from 'svelte';
import App from './App.svelte';
import { keepOffline } from './shell/keepOffline.ts';
import { lessonBar } from './shell/lesson/lessonBar.ts';
import { sayLinkProblems } from './shell/sayLinkProblems.ts';
import { openingScenario } from './state/local/kept.ts';
import { preferences } from './state/preferences.svelte.ts';
import { studio } from './state/studio.svelte.ts';
import './style/tokens.css';
import './style/base.css';

/** No awaits at the module's own level: what is loaded meanwhile imports from the same file, and would wait for it. */
async function start(): Promise<void> {
  const { scenario, problems } = openingScenario(location.hash);
  studio.begin(scenario);
  await Promise.all([
    // The page speaks English where another dictionary cannot be fetched.
    preferences.restore().catch(() => {}),
    // It moves the page down, so it is there from the first; where it cannot be fetched, the page says so.
    scenario.lesson && Promise.resolve(lessonBar()).catch(() => {}),
  ]);
  sayLinkProblems(problems);
  mount(App, { target: document.getElementById('app')! });
  keepOffline();
}

void start();
