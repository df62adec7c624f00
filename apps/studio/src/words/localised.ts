import { speech } from './speech.svelte.ts';
import type { Language } from './index.ts';

interface Signs {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<Language, Signs>();

function signsOf(language: Language): Signs {
  const found = known.get(language);
  if (found) return found;
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const signs = { decimal: sign('decimal'), group: sign('group') };
  known.set(language, signs);
  return signs;
}

/** What stands between the whole and the rest of a number in the page's language. */
export const decimalSign = (): string => signsOf(speech.language).decimal;

/** A number's text with the signs of the page's language: from five digits on in groups of three. */
export function localised(text: string): string {
  const [, sign, whole, rest] = /^(\D*)(\d+)(.*)$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const { decimal, group } = signsOf(speech.language);
  const grouped = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return sign + grouped + rest.replace('.', decimal);
}
