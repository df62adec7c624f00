import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import { singleFile } from './build/singleFile.ts';
import site from './vite.config.ts';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));

/** The same studio as one page with all within it: dist/studio-single/index.html. */
export default mergeConfig(
  site,
  defineConfig({
    plugins: [singleFile()],
    publicDir: false,
    resolve: {
      alias: [
        { find: /^.*\/createLaneWorker\.ts$/, replacement: path('src/run/createInlineWorker.ts') },
        { find: /^.*\/threadHost\.ts$/, replacement: path('src/worker/noThreadHost.ts') },
      ],
    },
    worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
    build: {
      outDir: '../../dist/studio-single',
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }),
);
