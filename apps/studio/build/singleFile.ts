import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Source of one page's bundle: one script, one sheet of style, no other file. */
interface Parts {
  script: string;
  style: string;
}

/** What a page from disk may do: run its own script and style (named by their hash), and its worker out of the script. */
const policyOf = ({ script, style }: Parts): string =>
  [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src '${hashOf(style)}'`,
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Puts everything into index.html, so that it opens from disk without a network. */
export function singleFile(): Plugin {
  return {
    name: 'neumann-single-file',
    enforce: 'post',
    generateBundle: {
      // After all that still write into chunks.
      order: 'post',
      handler(_, bundle) {
        const parts: Parts = { script: '', style: '' };
        for (const [name, output] of Object.entries(bundle)) {
          if (name.endsWith('.html')) continue;
          if (output.type === 'chunk') parts.script += output.code;
          else if (name.endsWith('.css')) parts.style += String(output.source);
          else this.error(`${name} would be a file of its own`);
          delete bundle[name];
        }
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('there is no page');
        page.source = pageWith(String(page.source), parts);
      },
    },
  };
}

function pageWith(html: string, { script, style }: Parts): string {
  // Within a script only these two would end it; both stand in strings and regular expressions alone.
  const safe = script.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`);
  const policy = policyOf({ script: safe, style });
  const bare = html.replaceAll(/\s*<(script|link)\b[^>]*\b(src|href)="\.\/[^>]*>(<\/script>)?/g, '');
  return bare
    .replace(
      '<meta charset="utf-8" />',
      (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${safe}</script>\n  </body>`);
}
