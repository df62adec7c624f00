import { languages, type Language } from '../words/index.ts';
import { speech } from '../words/speech.svelte.ts';
import { local } from './local/store.ts';

export type Theme = 'auto' | 'light' | 'dark';
export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** What a person prefers on this device: no part of a scenario, never in a link. */
class Preferences {
  #theme = $state<Theme>('auto');
  #keys = $state(true);

  get theme(): Theme {
    return this.#theme;
  }
  set theme(theme: Theme) {
    this.#theme = theme;
    local.write('theme', theme);
    showTheme(theme);
  }

  /** Whether single keys are shortcuts: who dictates to the page may want them off. */
  get keys(): boolean {
    return this.#keys;
  }
  set keys(keys: boolean) {
    this.#keys = keys;
    local.write('keys', keys ? 'on' : 'off');
  }

  async setLanguage(language: Language): Promise<void> {
    await speech.speak(language);
    local.write('language', language);
  }

  /** What was chosen the last time; else the browser's language where the page speaks it. */
  async restore(): Promise<void> {
    const theme = themes.find((known) => known === local.read('theme'));
    if (theme) showTheme((this.#theme = theme));
    this.#keys = local.read('keys') !== 'off';
    const wanted = [local.read('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
    const language = wanted.find((tag): tag is Language => tag !== null && Object.hasOwn(languages, tag));
    if (language && language !== speech.language) await speech.speak(language);
  }
}

function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export const preferences = new Preferences();
