import { createSubscriber } from 'svelte/reactivity';
import type { Theme } from './colours.ts';

/** The tokens of style/tokens.css that canvases draw with. */
const tokens = {
  page: '--page',
  panel: '--panel',
  line: '--line',
  ink: '--ink',
  soft: '--ink-soft',
  accent: '--accent',
  good: '--good',
  warn: '--warn',
  bad: '--bad',
  train: '--train',
  validation: '--validation',
  test: '--test',
} as const;

export type Ink = keyof typeof tokens;

/** The page's colours as they are now, for canvases: who reads them draws again when the theme changes. */
class Inks {
  readonly #changes = createSubscriber((changed) => listenToTheme(() => this.#forget(changed)));
  #theme: Theme | undefined;
  #colours: Readonly<Record<Ink, string>> | undefined;

  get theme(): Theme {
    this.#changes();
    return (this.#theme ??= currentTheme());
  }
  get colours(): Readonly<Record<Ink, string>> {
    this.#changes();
    return (this.#colours ??= readTokens());
  }
  #forget(changed: () => void): void {
    this.#theme = undefined;
    this.#colours = undefined;
    changed();
  }
}

export const inks = new Inks();

const darkWanted = '(prefers-color-scheme: dark)';

function listenToTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const media = matchMedia(darkWanted);
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(darkWanted).matches ? 'dark' : 'light';
}

/** `light-dark()` is only worked out where it is used as a colour: so a hidden element uses each. */
function readTokens(): Readonly<Record<Ink, string>> {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(tokens).map(([ink, token]) => [ink, resolve(token)]));
  probe.remove();
  return colours as Record<Ink, string>;
}
