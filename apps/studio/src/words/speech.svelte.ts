import { en } from './en/index.ts';
import { languages, type Language, type Words } from './index.ts';

/** The language that the page speaks: components read `speech.words`, and say it anew when it changes. */
class Speech {
  #language = $state<Language>('en');
  #words = $state.raw<Words>(en);

  get language(): Language {
    return this.#language;
  }
  get words(): Words {
    return this.#words;
  }

  /** Fetches the dictionary, then speaks it. */
  async speak(language: Language): Promise<void> {
    this.#words = await languages[language].load();
    this.#language = language;
    document.documentElement.lang = language;
  }
}

export const speech = new Speech();
