import { en } from './en/index.ts';

/** The shape of every dictionary: English is complete by definition, and others are checked against it by the compiler. */
export type Words = Loosened<typeof en>;

/** The same keys with any text; a text with gaps is a function of them. */
type Loosened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Loosened<T[Key]> };

export type Language = 'en' | 'hu';

/** English comes with the page; others when chosen. */
export const languages: Readonly<Record<Language, { readonly name: string; load(): Promise<Words> }>> = {
  en: { name: 'English', load: () => Promise.resolve(en) },
  hu: { name: 'Magyar', load: async () => (await import('./hu/index.ts')).hu },
};
