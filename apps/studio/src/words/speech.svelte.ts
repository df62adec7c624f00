import { en } from './en/index.ts';
import { languages, type Language, type LaterWords, type Words } from './index.ts';

/** The language that the page speaks: components read `speech.words`, and say it anew when it changes. */
class Speech {
  #language = $state<Language>('en');
  #words = $state.raw<Words>(en);
  #later = $state.raw<Partial<LaterWords>>({});
  /** Those of `LaterWords` that are needed from now on, there or on their way. */
  readonly #asked = new Set<keyof LaterWords>();

  get language(): Language {
    return this.#language;
  }
  get words(): Words {
    return this.#words;
  }
  get dialogs(): LaterWords['dialogs'] {
    return this.#loaded('dialogs');
  }
  get stories(): LaterWords['stories'] {
    return this.#loaded('stories');
  }

  /** Fetches the dictionary, then speaks it. */
  async speak(language: Language): Promise<void> {
    const words = await languages[language].load();
    this.#later = await this.#loadLater(language);
    this.#words = words;
    this.#language = language;
    document.documentElement.lang = language;
  }

  /** Fetches words that are not there from the first: from then on they are there in every language. */
  async need(name: keyof LaterWords): Promise<void> {
    if (this.#asked.has(name) && this.#later[name]) return;
    this.#asked.add(name);
    let language: Language;
    let later: Partial<LaterWords>;
    do {
      language = this.#language;
      later = await this.#loadLater(language);
    } while (language !== this.#language);
    this.#later = later;
  }

  async #loadLater(language: Language): Promise<Partial<LaterWords>> {
    const { later } = languages[language];
    let names: (keyof LaterWords)[];
    let loaded: LaterWords[keyof LaterWords][];
    do {
      names = [...this.#asked];
      loaded = await Promise.all(names.map((name) => later[name]()));
    } while (names.length < this.#asked.size);
    return Object.fromEntries(names.map((name, index) => [name, loaded[index]]));
  }

  #loaded<Name extends keyof LaterWords>(name: Name): LaterWords[Name] {
    const words = this.#later[name];
    if (!words) throw new Error(`the words of ${name} are said before they are loaded`);
    return words;
  }
}

export const speech = new Speech();
