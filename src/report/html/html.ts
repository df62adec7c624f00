/** Markup that may stand in a page as it is. Only `html` makes it, and `html` escapes whatever is not markup already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into markup: markup as it is, words and numbers escaped, lists one after another, nothing for nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/**
 * A template of markup: html`<p>${column}</p>`. Everything put in is escaped, so that no name in a table can break out. How
 * the template is indented is for its readers, and left out.
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const parts = strings.map((part) => part.replace(/\n +/g, '\n'));
  return new Html(parts.reduce((text, part, index) => text + markup(contents[index - 1]) + part));
}

export function markup(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  if (content instanceof Html) return content.text;
  return content ? content.map(markup).join('') : '';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that mean themselves; control characters, which a page may not hold, become a mark. */
const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd').replace(/[&<>"']/g, (sign) => entities[sign]);
