import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { catalogue } from './build/catalogue.ts';
import { leanZod } from './build/leanZod.ts';
import { woff2Only } from './build/woff2Only.ts';
import { withoutHelp } from './build/withoutHelp.ts';

/** What makes a page cross-origin isolated, so that it may share memory between its threads. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** What is needed at once as one file: many small ones take longer, and are larger when compressed. */
const together = (name: string) => ({ name, tags: ['$initial' as const] });

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte(), catalogue(), woff2Only()],
  worker: {
    format: 'es',
    plugins: () => [withoutHelp(), leanZod()],
    rolldownOptions: { output: { codeSplitting: { groups: [together('lane')] } } },
  },
  build: {
    outDir: '../../dist/studio',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [together('studio'), { name: 'playground', test: /PlaygroundRoom\.svelte$/ }],
        },
      },
    },
    // The served page's policy takes fonts from files alone.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
  },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', headers: isolation },
});
