import type { Plugin } from 'vite';

/** Every browser that the studio runs in reads woff2: the older forms of each font would only make the site and the single page larger. */
export function woff2Only(): Plugin {
  return {
    name: 'neumann-woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.css/ },
      handler: (code) => code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
    },
  };
}
