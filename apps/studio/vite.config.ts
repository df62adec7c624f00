import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { catalogue } from './build/catalogue.ts';
import { woff2Only } from './build/woff2Only.ts';
import { withoutHelp } from './build/withoutHelp.ts';

/** What makes a page cross-origin isolated, so that it may share memory between its threads. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte(), catalogue(), woff2Only()],
  worker: { format: 'es', plugins: () => [withoutHelp()] },
  build: {
    outDir: '../../dist/studio',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', headers: isolation },
});
