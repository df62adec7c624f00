/** Markup that may stand in a page as it is. Only `html` makes it, and `html` escapes whatever is not markup already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into markup: markup as it is, words and numbers escaped, lists one after another, nothing for nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** A template of markup: html`<p>${column}</p>`. Everything put in is escaped, so that no name in a table can break out. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(strings.reduce((text, part, index) => text + markup(contents[index - 1]) + part));
}

export function markup(content: Content): string {
  if (content instanceof Html) return content.text;
  if (Array.isArray(content)) return (content as readonly Content[]).map(markup).join('');
  return content === null || content === undefined || content === false ? '' : escaped(String(content));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls that XML and terminals dislike become a mark; the rest is written so that it means itself. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign]);
