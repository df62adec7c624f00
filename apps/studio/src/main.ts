import { mount } from 'svelte';
import App from './App.svelte';
import { keepOffline } from './shell/keepOffline.ts';
import { sayLinkProblems } from './shell/sayLinkProblems.ts';
import { openingScenario } from './state/local/kept.ts';
import { preferences } from './state/preferences.svelte.ts';
import { studio } from './state/studio.svelte.ts';
import './style/tokens.css';
import './style/base.css';

const { scenario, problems } = openingScenario(location.hash);
studio.begin(scenario);
// The page speaks English where another dictionary cannot be fetched.
await preferences.restore().catch(() => {});
sayLinkProblems(problems);
mount(App, { target: document.getElementById('app')! });
keepOffline();
