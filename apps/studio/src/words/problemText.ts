import { localised } from './localised.ts';
import { speech } from './speech.svelte.ts';

/** What the engine's sentence names, for another language to say it of. */
export interface Said {
  readonly text: string;
  /** As they are written in the page's language. */
  readonly numbers: readonly string[];
  readonly quoted: readonly string[];
  /** Of a refused recipe: the place, and what stands there. */
  readonly field?: string;
  readonly value?: string;
}

/** What is wrong, in the page's language; the engine's own sentence where there is no other. */
export function problemText({ code, text }: { readonly code: string; readonly text: string }): string {
  const { problems } = speech.words;
  return Object.hasOwn(problems, code) ? problems[code](said(text)) : text;
}

/** The same of what was thrown, which has a code where it came from the engine. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return problemText({ code, text: error.message });
}

function said(text: string): Said {
  const [, field, value] = /^Recipe: "([\w.]+)"(?: is (.*?);)?/.exec(text) ?? [];
  return {
    text: text.replace(/\.$/, ''),
    numbers: Array.from(text.matchAll(/(?<![\w.'"])-?\d+(?:\.\d+)?(?![\w'"])/g), ([number]) =>
      localised(number.replace('-', '−')),
    ),
    quoted: Array.from(text.matchAll(/(?<!\w)'([^']+)'|"([^"]+)"/g), ([, one, other]) => one ?? other),
    field,
    value,
  };
}
