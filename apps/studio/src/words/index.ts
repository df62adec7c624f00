import type { dialogs } from './en/dialogs.ts';
import { en } from './en/index.ts';
import type { stories } from './en/stories.ts';

/** The shape of every dictionary: English is complete by definition, and others are checked against it by the compiler. */
export type Words = Loosened<typeof en>;

/** Dictionaries of their own, which few visits need. */
export interface LaterWords {
  readonly dialogs: Loosened<typeof dialogs>;
  readonly stories: Loosened<typeof stories>;
}

/** The same keys with any text; a text with gaps is a function of them. */
type Loosened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Loosened<T[Key]> };

export type Language = 'en' | 'hu';

interface Dictionary {
  readonly name: string;
  load(): Promise<Words>;
  readonly later: { readonly [Name in keyof LaterWords]: () => Promise<LaterWords[Name]> };
}

/** English comes with the page; others when chosen. */
export const languages: Readonly<Record<Language, Dictionary>> = {
  en: {
    name: 'English',
    load: () => Promise.resolve(en),
    later: {
      dialogs: async () => (await import('./en/dialogs.ts')).dialogs,
      stories: async () => (await import('./en/stories.ts')).stories,
    },
  },
  hu: {
    name: 'Magyar',
    load: async () => (await import('./hu/index.ts')).hu,
    later: {
      dialogs: async () => (await import('./hu/dialogs.ts')).dialogs,
      stories: async () => (await import('./hu/stories.ts')).stories,
    },
  },
};
