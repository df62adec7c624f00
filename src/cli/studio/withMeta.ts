/** A page with `<meta name content>` elements after the one that says its encoding. Names with `http-equiv:` before them stand for a header. */
export function withMeta(html: string, metas: Readonly<Record<string, string | undefined>>): string {
  const elements = Object.entries(metas)
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `\n    <meta ${attributeOf(name)} content="${escaped(content!)}" />`);
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + elements.join(''));
}

const attributeOf = (name: string): string =>
  name.startsWith('http-equiv:') ? `http-equiv="${name.slice('http-equiv:'.length)}"` : `name="${name}"`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
